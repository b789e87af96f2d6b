package org.bodywork.therapists.account.adapter.start;

import java.time.Duration;
import org.bodywork.therapists.account.application.EmailTaken;
import org.bodywork.therapists.account.application.KeepStaffAccount;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes the first operator's account once the database is ready. Any number of instances may try. */
@Component
final class FirstOperator implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** After the indexes, which keep addresses unique. */
    private static final int PHASE = 1;

    private final KeepStaffAccount accounts;
    private final OperatorSettings settings;
    private final Disposable.Swap making = Disposables.swap();
    private volatile boolean running;

    FirstOperator(KeepStaffAccount accounts, OperatorSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        if (!settings.email().isBlank()) {
            making.update(make(new EmailAddress(settings.email())).subscribe());
        }
    }

    private Mono<Boolean> make(EmailAddress email) {
        return accounts.ofFirstOperator(email)
                .onErrorResume(EmailTaken.class, taken -> {
                    LOG.warn("BODYWORK_OPERATOR_EMAIL is the address of another account, so there is no operator");
                    return Mono.empty();
                })
                .doOnError(error -> LOG.warn("the operator's account waits for the database: {}", error.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PAUSE).maxBackoff(LONGEST_PAUSE));
    }

    @Override
    public void stop() {
        running = false;
        making.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

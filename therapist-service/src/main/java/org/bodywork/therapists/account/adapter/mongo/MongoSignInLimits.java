package org.bodywork.therapists.account.adapter.mongo;

import java.net.InetAddress;
import java.time.Clock;
import org.bodywork.platform.codes.CodeLimits;
import org.bodywork.platform.codes.CodeLimits.Limits;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.account.application.SignInLimits;
import org.bodywork.therapists.account.application.SignInRejection.TooManySignIns;
import org.bodywork.therapists.account.application.SignInSettings;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts by the digest of an address, never by the address. */
@Component
final class MongoSignInLimits implements SignInLimits {

    static final String COLLECTION = "signInCounts";

    private final CodeLimits limits;

    MongoSignInLimits(ReactiveMongoTemplate mongo, SignInSettings settings, Clock clock, BusinessClock business) {
        this.limits = new CodeLimits(
                mongo,
                COLLECTION,
                new Limits(settings.perEmail(), settings.perEmailADay(), settings.perAddress(), settings.window()),
                clock,
                business);
    }

    @Override
    public Mono<Void> count(EmailAddress email, InetAddress from) {
        return Mono.defer(() -> limits.count("email:" + Digests.sha256Hex(email.value()), from))
                .onErrorMap(CodeLimits.TooMany.class, many -> new TooManySignIns(many.lasting()));
    }
}

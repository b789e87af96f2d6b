package org.bodywork.platform.devservices.sms;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bodywork.platform.devservices.inbox.Inbox;
import org.bodywork.platform.devservices.inbox.Sms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each accepted message from queued over sent to delivered, and calls back at each change. */
final class Deliveries implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration LATE = Duration.ofSeconds(2);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Inbox inbox;
    private final Webhooks webhooks;
    private final TwilioAccount account;
    private final InstantSource clock;

    Deliveries(Inbox inbox, Webhooks webhooks, TwilioAccount account, InstantSource clock) {
        this.inbox = inbox;
        this.webhooks = webhooks;
        this.account = account;
        this.clock = clock;
    }

    /** Returns at once; the message goes its way on a thread of its own. */
    void begin(Sms queued, @Nullable URI callback, Optional<SmsFault> fault) {
        threads.execute(() -> {
            try {
                deliver(queued, callback, fault.orElse(null));
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void deliver(Sms queued, @Nullable URI callback, @Nullable SmsFault fault) throws InterruptedException {
        Thread.sleep(STEP);
        var sent = reach(queued, Sms.Status.SENT);
        if (fault == SmsFault.LATE_CALLBACK) {
            Thread.sleep(STEP);
            tell(callback, reach(sent, Sms.Status.DELIVERED));
            Thread.sleep(LATE);
            tell(callback, sent);
            return;
        }
        int calls = fault == SmsFault.REPEATED_CALLBACK ? 2 : 1;
        tell(callback, sent, calls);
        Thread.sleep(STEP);
        var last = fault == SmsFault.UNDELIVERED ? Sms.Status.UNDELIVERED : Sms.Status.DELIVERED;
        tell(callback, reach(sent, last), calls);
    }

    private Sms reach(Sms sms, Sms.Status status) {
        var moved = sms.reaching(status, clock.instant());
        inbox.replace(moved);
        return moved;
    }

    private void tell(@Nullable URI callback, Sms sms, int calls) throws InterruptedException {
        for (int i = 0; i < calls; i++) {
            tell(callback, sms);
        }
    }

    private void tell(@Nullable URI callback, Sms sms) throws InterruptedException {
        if (callback == null) {
            return;
        }
        try {
            var answer = webhooks.call(callback, parameters(sms));
            if (answer.statusCode() >= 400) {
                log.warn("Status callback for {} answered {}", sms.sid(), answer.statusCode());
            }
        } catch (IOException e) {
            log.warn("Status callback for {} failed: {}", sms.sid(), e.toString());
        }
    }

    private Map<String, String> parameters(Sms sms) {
        var parameters = new LinkedHashMap<String, String>();
        var status = MessageResource.wireName(sms.status());
        parameters.put("MessageSid", sms.sid());
        parameters.put("MessageStatus", status);
        parameters.put("SmsSid", sms.sid());
        parameters.put("SmsStatus", status);
        parameters.put("AccountSid", account.sid());
        parameters.put("To", sms.to());
        parameters.put("From", sms.from());
        parameters.put("ApiVersion", MessageResource.API_VERSION);
        if (sms.messagingServiceSid() != null) {
            parameters.put("MessagingServiceSid", sms.messagingServiceSid());
        }
        if (sms.status() == Sms.Status.UNDELIVERED) {
            parameters.put("ErrorCode", String.valueOf(MessageResource.UNKNOWN_HANDSET));
        }
        return parameters;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        // Waits for those on their way, so that none of them meets a closed client.
        threads.close();
    }
}

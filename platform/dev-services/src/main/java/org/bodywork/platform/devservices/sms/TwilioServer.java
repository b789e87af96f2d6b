package org.bodywork.platform.devservices.sms;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bodywork.platform.devservices.faults.Faults;
import org.bodywork.platform.devservices.inbox.Inbox;
import org.bodywork.platform.devservices.inbox.Sms;
import org.bodywork.platform.devservices.web.Handler;
import org.bodywork.platform.devservices.web.NoReply;
import org.bodywork.platform.devservices.web.Reply;
import org.bodywork.platform.devservices.web.Request;
import org.bodywork.platform.devservices.web.Routes;
import org.jspecify.annotations.Nullable;

/** Twilio's message resource: create, fetch and list, with its errors, and the failures that were ordered. */
public final class TwilioServer implements AutoCloseable {

    private static final String MESSAGES = "/" + MessageResource.API_VERSION + "/Accounts/{account}/Messages.json";
    private static final String MESSAGE = "/" + MessageResource.API_VERSION + "/Accounts/{account}/Messages/{sid}.json";

    /** Longer than any client waits. */
    private static final long SILENCE_SECONDS = 120;

    private final TwilioAccount account;
    private final Inbox inbox;
    private final Faults<SmsFault> faults;
    private final InstantSource clock;
    private final Sids sids = new Sids();
    private final OptOuts optOuts = new OptOuts();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final InboundMessages inbound;

    public TwilioServer(
            TwilioAccount account, Inbox inbox, Faults<SmsFault> faults, URI inboundUrl, InstantSource clock) {
        this.account = account;
        this.inbox = inbox;
        this.faults = faults;
        this.clock = clock;
        this.webhooks = new Webhooks(account);
        this.deliveries = new Deliveries(inbox, webhooks, account, clock);
        this.inbound = new InboundMessages(account, webhooks, optOuts, sids, inboundUrl);
    }

    public void addTo(Routes routes) {
        routes.on("POST", MESSAGES, checked(this::create))
                .on("GET", MESSAGES, checked(this::list))
                .on("GET", MESSAGE, checked(this::fetch))
                .otherwise(request -> TwilioError.notFound(request.path()).reply());
    }

    /** The path on which a test plays the person who answers. */
    public void addInboundTo(Routes routes) {
        routes.on("POST", "/control/inbound", inbound::receive);
    }

    private Handler checked(Handler handler) {
        return request -> {
            try {
                authenticate(request);
                return handler.handle(request);
            } catch (TwilioError refusal) {
                return refusal.reply();
            }
        };
    }

    private void authenticate(Request request) {
        if (!account.isNamedBy(request.header("Authorization"))
                || !account.sid().equals(request.variable("account"))) {
            throw TwilioError.notAuthenticated();
        }
    }

    private Reply create(Request request) {
        var wanted = SendRequest.of(request.form());
        if (optOuts.contain(wanted.to())) {
            throw TwilioError.optedOut();
        }
        var fault = faults.next(wanted.to());
        refuse(fault.orElse(null));
        var sms = accept(wanted);
        deliveries.begin(sms, wanted.statusCallback(), fault);
        return answer(sms, fault);
    }

    private static void refuse(@Nullable SmsFault fault) {
        switch (fault) {
            case ERROR_BEFORE -> throw TwilioError.internal();
            case TOO_MANY -> throw TwilioError.tooMany();
            case OPTED_OUT -> throw TwilioError.optedOut();
            case ERROR_AFTER_ACCEPT, TIMEOUT_AFTER_ACCEPT, LATE_CALLBACK, REPEATED_CALLBACK, UNDELIVERED -> {}
            case null -> {}
        }
    }

    private Sms accept(SendRequest wanted) {
        var now = clock.instant();
        return inbox.add(id -> new Sms(
                id,
                now,
                wanted.to(),
                wanted.from(),
                wanted.body(),
                sids.of(id),
                wanted.messagingServiceSid(),
                Sms.Status.QUEUED,
                null,
                now));
    }

    private Reply answer(Sms sms, Optional<SmsFault> fault) {
        if (fault.filter(SmsFault.ERROR_AFTER_ACCEPT::equals).isPresent()) {
            throw TwilioError.internal();
        }
        if (fault.filter(SmsFault.TIMEOUT_AFTER_ACCEPT::equals).isPresent()) {
            staySilent();
        }
        return Reply.json(201, MessageResource.of(sms, account.sid()));
    }

    private void staySilent() {
        try {
            closing.await(SILENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new NoReply();
    }

    private Reply fetch(Request request) {
        return sids.id(request.variable("sid")).stream()
                .mapToObj(inbox::find)
                .flatMap(Optional::stream)
                .filter(Sms.class::isInstance)
                .map(Sms.class::cast)
                .findFirst()
                .map(sms -> Reply.json(200, MessageResource.of(sms, account.sid())))
                .orElseThrow(() -> TwilioError.notFound(request.path()));
    }

    private Reply list(Request request) {
        var wanted = MessageFilter.of(request.query());
        var found = inbox.newestFirst(Sms.class::isInstance).stream()
                .map(Sms.class::cast)
                .filter(wanted)
                .toList();
        return Reply.json(200, MessagePage.of(found, request.query(), request.path(), account.sid()));
    }

    @Override
    public void close() {
        closing.countDown();
        deliveries.close();
        webhooks.close();
    }
}

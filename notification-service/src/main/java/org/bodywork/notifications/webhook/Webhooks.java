package org.bodywork.notifications.webhook;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.bodywork.notifications.remote.WebhookSignature;
import org.bodywork.notifications.webhook.CallDocument.State;
import org.bodywork.notifications.webhook.WebhookDocument.Disabled;
import org.bodywork.notifications.webhook.WebhookDocument.Failure;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** Who is to be called, and what they are still to be told. */
final class Webhooks {

    private final ReactiveMongoTemplate mongo;
    private final Mac mac;
    private final BusinessClock clock;
    private final Clock steady;

    Webhooks(ReactiveMongoTemplate mongo, Mac mac, BusinessClock clock, Clock steady) {
        this.mongo = mongo;
        this.mac = mac;
        this.clock = clock;
        this.steady = steady;
    }

    Mono<WebhookDocument> of(String practice) {
        return mongo.findById(practice, WebhookDocument.class, WebhookDocument.COLLECTION);
    }

    /** Sets where to call, in place of any before, with a new secret; it begins again without failures. */
    Mono<WebhookDocument> set(String practice, URI url) {
        Update anew = new Update()
                .set("url", url.toString())
                .inc("version", 1)
                .set("changedAt", clock.now())
                .unset("failingSince")
                .unset("lastFailure")
                .unset("disabled")
                .unset("disabledAt");
        return mongo.findAndModify(
                byId(practice),
                anew,
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                WebhookDocument.class,
                WebhookDocument.COLLECTION);
    }

    Mono<Void> remove(String practice) {
        return mongo.remove(byId(practice), WebhookDocument.COLLECTION).then();
    }

    /** What its calls are signed with. */
    String secretOf(WebhookDocument webhook) {
        byte[] secret = mac.of("webhook|" + webhook.id() + "|" + webhook.version());
        return WebhookSignature.SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** Keeps what is to be told; what is known already stays as it is. */
    Mono<Void> add(VisitTold told) {
        CallDocument waiting = new CallDocument(
                told.id(), told.data().practiceId(), told.json(), State.WAITING, steady.instant(), clock.now());
        return mongo.insert(waiting, CallDocument.COLLECTION).then().onErrorComplete(DuplicateKeyException.class);
    }

    Mono<Void> succeeded(Claimed work, WebhookDocument webhook) {
        Update well = new Update().unset("failingSince").unset("lastFailure");
        Mono<Void> noted = webhook.failingSince() == null
                ? Mono.empty()
                : mongo.updateFirst(asCalled(webhook), well, WebhookDocument.COLLECTION)
                        .then();
        return noted.then(end(work, State.TOLD));
    }

    Mono<Void> end(Claimed work, State state) {
        Update ended = new Update()
                .set("state", state.name())
                .unset("due")
                .unset("claim")
                .unset("claimableFrom");
        return mongo.updateFirst(stillOurs(work), ended, CallDocument.COLLECTION)
                .then();
    }

    Mono<Void> tryAgain(Claimed work, Duration pause) {
        Update later =
                new Update().set("claimableFrom", steady.instant().plus(pause)).unset("claim");
        return mongo.updateFirst(stillOurs(work), later, CallDocument.COLLECTION)
                .then();
    }

    /** Notes a failure, unless somebody set it anew meanwhile. */
    Mono<Void> failed(WebhookDocument webhook, Failure failure) {
        Update noted = new Update().set("lastFailure", failure.name());
        if (webhook.failingSince() == null) {
            noted.set("failingSince", steady.instant());
        }
        return mongo.updateFirst(asCalled(webhook), noted, WebhookDocument.COLLECTION)
                .then();
    }

    Mono<Void> disable(WebhookDocument webhook, Disabled why) {
        Instant now = clock.now();
        Update off = new Update().set("disabled", why.name()).set("disabledAt", now);
        return mongo.updateFirst(asCalled(webhook), off, WebhookDocument.COLLECTION)
                .then();
    }

    private static Query byId(String practice) {
        return Query.query(where("_id").is(practice));
    }

    private static Query asCalled(WebhookDocument webhook) {
        return Query.query(where("_id").is(webhook.id()).and("version").is(webhook.version()));
    }

    private static Query stillOurs(Claimed work) {
        return Query.query(where("_id").is(work.id()).and("claim").is(work.token()));
    }
}

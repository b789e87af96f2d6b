package org.bodywork.bookings.outside;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bodywork.bookings.client.application.TextCipher;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.outside.CalendarSource.Tag;
import org.bodywork.bookings.outside.FetchFailure.Kind;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** All outside calendars, and when each is to be looked at. */
final class OutsideCalendars {

    private static final String COLLECTION = OutsideCalendar.COLLECTION;
    private static final List<String> OF_A_CLAIM = List.of("claim", "claimableFrom", "attempts");
    private static final List<String> OF_A_READING =
            List.of("fetchedAt", "readAt", "unread", "etag", "lastModified", "failure", "failedAt");

    private final ReactiveMongoTemplate mongo;
    private final TextCipher recordKey;
    private final BusinessClock clock;

    OutsideCalendars(ReactiveMongoTemplate mongo, TextCipher recordKey, BusinessClock clock) {
        this.mongo = mongo;
        this.recordKey = recordKey;
        this.clock = clock;
    }

    /** Empty while there is none. */
    Mono<OutsideCalendar> of(TherapistId therapist) {
        return mongo.findOne(
                query(where("_id")
                        .is(therapist.toString())
                        .and(OutsideCalendar.URL)
                        .exists(true)),
                OutsideCalendar.class,
                COLLECTION);
    }

    URI urlOf(OutsideCalendar calendar) {
        String sealed = calendar.url();
        if (sealed == null) {
            throw new IllegalStateException("no address is set");
        }
        return URI.create(recordKey.open(calendar.id(), OutsideCalendar.URL, new SealedText(sealed)));
    }

    /** Due at once. What was known of another address is forgotten. */
    Mono<OutsideCalendar> set(TherapistId therapist, URI url, String accountId) {
        Update update = anew().set(
                        OutsideCalendar.URL,
                        recordKey
                                .seal(therapist.toString(), OutsideCalendar.URL, url.toString())
                                .value())
                .set("host", url.getHost())
                .set("setAt", now())
                .set("setBy", accountId)
                .set("due", now());
        return mongo.findAndModify(
                query(where("_id").is(therapist.toString())),
                update,
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                OutsideCalendar.class,
                COLLECTION);
    }

    /** Due at once too: what it took is to be given back. */
    Mono<Void> remove(TherapistId therapist) {
        Update update = anew().unset(OutsideCalendar.URL).unset("host").set("due", now());
        return mongo.updateFirst(
                        query(where("_id")
                                .is(therapist.toString())
                                .and(OutsideCalendar.URL)
                                .exists(true)),
                        update,
                        COLLECTION)
                .then();
    }

    private static Update anew() {
        Update update = new Update().inc("version", 1).set("failures", 0).set("givenUp", false);
        OF_A_READING.forEach(update::unset);
        OF_A_CLAIM.forEach(update::unset);
        return update;
    }

    /** It is as it was. */
    Mono<Void> unchanged(Claimed work, Instant next) {
        return write(work, good(next));
    }

    Mono<Void> read(Claimed work, Tag tag, int unread, Instant next) {
        Update update = good(next).set("readAt", now()).set("unread", unread).set("givenUp", false);
        setOrUnset(update, "etag", tag.etag());
        setOrUnset(update, "lastModified", tag.lastModified());
        return write(work, update);
    }

    Mono<Void> failed(Claimed work, Kind why, boolean givenUp, Instant next) {
        return write(
                work,
                new Update()
                        .set("failure", why.name())
                        .set("failedAt", now())
                        .set("givenUp", givenUp)
                        .inc("failures", 1)
                        .set("due", next));
    }

    /** Nothing is left to do for it until somebody sets an address. */
    Mono<Void> rest(Claimed work) {
        return write(work, new Update().unset("due"));
    }

    private Update good(Instant next) {
        return new Update()
                .set("fetchedAt", now())
                .set("failures", 0)
                .unset("failure")
                .unset("failedAt")
                .set("due", next);
    }

    /** Only while the work is still ours: whoever set another address has taken it away. */
    private Mono<Void> write(Claimed work, Update update) {
        OF_A_CLAIM.forEach(update::unset);
        return mongo.updateFirst(query(where("_id").is(work.id()).and("claim").is(work.token())), update, COLLECTION)
                .then();
    }

    private static void setOrUnset(Update update, String field, @Nullable String value) {
        if (value == null) {
            update.unset(field);
        } else {
            update.set(field, value);
        }
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}

package org.bodywork.bookings.waitlist.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/**
 * Time that was given up, on its way to somebody who waits for it. Its document names the step it stands at, and each
 * step is taken by one compare-and-set, so whoever finds it goes on from there.
 *
 * @param end with {@code start} the visit that was given up, without the buffer after it
 * @param attempts how many offers were begun, also such as came to nothing before they were made
 * @param chain to whom it was offered and what became of it, for staff
 * @param due when somebody has to look at it next, in business time
 * @param endedAt when it was taken or given back; null before
 */
public record FreedTime(
        FreedTimeId id,
        long version,
        TherapistId therapist,
        PracticeId practice,
        LocationId location,
        ZoneId zone,
        Instant start,
        Instant end,
        Instant freedAt,
        Stage stage,
        int attempts,
        List<Link> chain,
        Instant due,
        @Nullable Instant endedAt) {

    /** For so long whoever takes a step is left alone with it; after a crash others go on. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    /** For so long it can be counted and looked at once it has ended. */
    static final Duration KEPT = Duration.ofDays(200);

    public FreedTime {
        chain = List.copyOf(chain);
    }

    /** Where it stands. */
    public enum Stage {
        /** Somebody is looked for. */
        OPEN,
        /** It is being held for somebody, who is then told. */
        OFFERING,
        /** Somebody is asked. */
        OFFERED,
        /** It is being booked for whoever was asked. */
        TAKING,
        /** Whoever was asked does not take it, which is being noted. */
        PASSING,
        /** It is booked, and the later visit of whoever took it is still theirs. */
        SETTLING,
        TAKEN,
        /** Nobody wanted it: it is everybody's to book. */
        RETURNED;

        public boolean isEnd() {
            return this == TAKEN || this == RETURNED;
        }
    }

    /**
     * One offer of it.
     *
     * @param later the visit that whoever takes it gives up
     * @param offeredAt when somebody was told; null before
     * @param answeredAt when its outcome came to be
     * @param visit what it became
     */
    public record Link(
            OfferId offer,
            EntryId entry,
            TreatmentId treatment,
            Instant start,
            Instant until,
            List<Turn.Reason> reasons,
            @Nullable AppointmentId later,
            OfferOutcome outcome,
            @Nullable Instant offeredAt,
            @Nullable Instant answeredAt,
            @Nullable AppointmentId visit) {

        public Link {
            reasons = List.copyOf(reasons);
        }

        private Link told(Instant at) {
            return new Link(offer, entry, treatment, start, until, reasons, later, outcome, at, answeredAt, visit);
        }

        private Link became(OfferOutcome what, @Nullable AppointmentId booked, Instant at) {
            return new Link(offer, entry, treatment, start, until, reasons, later, what, offeredAt, at, booked);
        }
    }

    /** A decision ready to be stored: it holds only if the time still is what it was decided on. */
    public record Change(FreedTime before, FreedTime after) {}

    public ZonedDateTime zonedStart() {
        return start.atZone(zone);
    }

    /** The offer that is under way; the last one. */
    public Link last() {
        return chain.getLast();
    }

    public boolean wasOfferedTo(EntryId entry) {
        return chain.stream().anyMatch(link -> link.entry().equals(entry));
    }

    /** The offer by its id, whenever it was made. */
    public Optional<Link> link(OfferId offer) {
        return chain.stream().filter(link -> link.offer().equals(offer)).findFirst();
    }

    /** Nobody can do anything about it before it is due. */
    public boolean waitsAt(Instant now) {
        return stage.isEnd()
                || ((stage == Stage.OPEN || stage == Stage.OFFERED || stage == Stage.SETTLING) && due.isAfter(now));
    }

    public Change begin(Turn turn, Duration length, Instant now) {
        require(Stage.OPEN);
        OfferId offer =
                new OfferId(UUID.nameUUIDFromBytes((id + "|" + (attempts + 1)).getBytes(StandardCharsets.UTF_8)));
        WaitlistEntry entry = turn.entry();
        Link link = new Link(
                offer,
                entry.id(),
                turn.treatment().id(),
                turn.start().toInstant(),
                now.plus(length),
                turn.reasons(),
                entry.later() == null ? null : entry.later().id(),
                OfferOutcome.OPEN,
                null,
                null,
                null);
        List<Link> longer = new ArrayList<>(chain);
        longer.add(link);
        return to(Stage.OFFERING, attempts + 1, longer, now.plus(GRACE), null);
    }

    /** Whoever was meant has another offer or waits no more: as if it had not been begun. */
    public Change skip(Instant now) {
        require(Stage.OFFERING);
        return to(Stage.OPEN, attempts, chain.subList(0, chain.size() - 1), now, null);
    }

    public Change offered(Instant now) {
        require(Stage.OFFERING);
        return to(Stage.OFFERED, attempts, with(last().told(now)), last().until(), null);
    }

    public boolean isOffered(OfferId offer, Instant now) {
        return stage == Stage.OFFERED
                && last().offer().equals(offer)
                && last().until().isAfter(now);
    }

    /** From here on it is nobody else's, however long the booking takes. */
    public Change take(Instant now) {
        require(Stage.OFFERED);
        return to(Stage.TAKING, attempts, chain, now.plus(GRACE), null);
    }

    public Change taken(AppointmentId visit, Instant now) {
        require(Stage.TAKING);
        Link link = last().became(OfferOutcome.TAKEN, visit, now);
        return link.later() == null
                ? to(Stage.TAKEN, attempts, with(link), now.plus(KEPT), now)
                : to(Stage.SETTLING, attempts, with(link), now, null);
    }

    /** The therapist has not said yes to the new visit: the later one stays until then. */
    public Change awaitAnswer(Instant until) {
        require(Stage.SETTLING);
        return to(Stage.SETTLING, attempts, chain, until, null);
    }

    public Change settled(Instant now) {
        require(Stage.SETTLING);
        return to(Stage.TAKEN, attempts, chain, now.plus(KEPT), now);
    }

    public Change pass(OfferOutcome why, Instant now) {
        return to(Stage.PASSING, attempts, with(last().became(why, null, now)), now.plus(GRACE), null);
    }

    public Change passedOn(Instant now) {
        require(Stage.PASSING);
        return to(Stage.OPEN, attempts, chain, now, null);
    }

    /** All who would want it sleep. */
    public Change sleep(Instant until) {
        require(Stage.OPEN);
        return to(Stage.OPEN, attempts, chain, until, null);
    }

    public Change giveBack(Instant now) {
        require(Stage.OPEN);
        return to(Stage.RETURNED, attempts, chain, now.plus(KEPT), now);
    }

    private void require(Stage needed) {
        if (stage != needed) {
            throw new IllegalStateException("not " + needed + " but " + stage);
        }
    }

    private List<Link> with(Link changed) {
        List<Link> links = new ArrayList<>(chain.subList(0, chain.size() - 1));
        links.add(changed);
        return links;
    }

    private Change to(Stage next, int tried, List<Link> links, Instant when, @Nullable Instant ended) {
        return new Change(
                this,
                new FreedTime(
                        id,
                        version + 1,
                        therapist,
                        practice,
                        location,
                        zone,
                        start,
                        end,
                        freedAt,
                        next,
                        tried,
                        links,
                        when,
                        ended));
    }
}

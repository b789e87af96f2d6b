package org.bodywork.notifications.notification.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.bodywork.notifications.delivery.domain.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A visit as far as it is known here.
 *
 * @param sequence rises with every change of the visit
 * @param timeRevision rises with every change of its start
 * @param zone the zone of its location, in which people are told its time
 * @param needs what is still open about it
 * @param series which others it was booked with; none where it was booked alone
 * @param clientRef stands for the client where the whole is forgotten by it and not by its id; none of a real visit
 */
public record Visit(
        AppointmentId id,
        long sequence,
        int timeRevision,
        VisitStatus status,
        PracticeId practice,
        TherapistId therapist,
        LocationId location,
        Instant start,
        Instant end,
        ZoneId zone,
        Needs needs,
        Client client,
        Consent consent,
        Links links,
        @Nullable Series series,
        @Nullable String clientRef) {

    /**
     * Visits that were booked together.
     *
     * @param number the place of this one among them, from 1
     * @param of how many there are
     */
    public record Series(String id, int number, int of) {}

    /**
     * What is still open.
     *
     * @param intake the client has not answered the questions before the visit
     * @param review staff have to look at the answers
     * @param answerBy until when the therapist can answer a client who waits; none when nobody waits
     * @param decideBy until when something is kept for the client to decide on; none when nothing is
     */
    public record Needs(
            boolean intake,
            boolean review,
            @Nullable Instant answerBy,
            @Nullable Instant decideBy) {

        public static final Needs NOTHING = new Needs(false, false, null);

        /** Nothing is kept for the client. */
        public Needs(boolean intake, boolean review, @Nullable Instant answerBy) {
            this(intake, review, answerBy, null);
        }
    }

    /** The same later, as far as it can be told without who and where. */
    public Visit now(VisitStatus later, long sequence) {
        return new Visit(
                id,
                sequence,
                timeRevision,
                later,
                practice,
                therapist,
                location,
                start,
                end,
                zone,
                Needs.NOTHING,
                client,
                consent,
                links,
                series,
                clientRef);
    }

    /** Where the client may be written to on this channel, if they agreed to it. */
    public Optional<String> addressOn(Channel channel) {
        return consent.covers(channel) ? client.addressOn(channel) : Optional.empty();
    }

    /** Whether the client can be written to at all. */
    boolean isReachable() {
        return Arrays.stream(Channel.values())
                .anyMatch(channel -> addressOn(channel).isPresent());
    }

    /** The start as people at its place see it. */
    public ZonedDateTime localStart() {
        return start.atZone(zone);
    }

    /** Where the client's night is reckoned: where they say they are, else at the visit's place. */
    public ZoneId clientZone() {
        return client.zone() == null ? zone : client.zone();
    }

    /** Whether a client waits for the therapist's answer. */
    boolean awaitsAnswer() {
        return status == VisitStatus.REQUESTED || (status == VisitStatus.CONFIRMED && needs.answerBy() != null);
    }
}

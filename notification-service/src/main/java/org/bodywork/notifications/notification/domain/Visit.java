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
        Links links) {

    /**
     * What is still open.
     *
     * @param intake the client has not answered the questions before the visit
     * @param review staff have to look at the answers
     * @param answerBy until when the therapist can answer a client who waits; none when nobody waits
     */
    public record Needs(
            boolean intake, boolean review, @Nullable Instant answerBy) {

        public static final Needs NOTHING = new Needs(false, false, null);
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

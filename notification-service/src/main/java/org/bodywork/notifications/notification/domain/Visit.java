package org.bodywork.notifications.notification.domain;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.delivery.domain.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A visit as far as it is known here.
 *
 * @param sequence rises with every change of the visit
 * @param timeRevision rises with every change of its start
 * @param end when the treatment ends; not known of visits stored before it was kept
 * @param zone the zone of its location, in which people are told its time
 * @param manageUrl the client's secret link
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
        @Nullable Instant end,
        ZoneId zone,
        Client client,
        Consent consent,
        URI manageUrl) {

    /** The channels the client agreed to and can be reached on. */
    public List<Channel> channels() {
        return Arrays.stream(Channel.values())
                .filter(channel -> addressOn(channel).isPresent())
                .toList();
    }

    /** Where the client may be written to on this channel, if they agreed to it. */
    public Optional<String> addressOn(Channel channel) {
        return consent.covers(channel) ? client.addressOn(channel) : Optional.empty();
    }

    /** The start as people at its place see it. */
    public ZonedDateTime localStart() {
        return start.atZone(zone);
    }
}

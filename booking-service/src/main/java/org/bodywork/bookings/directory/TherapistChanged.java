package org.bodywork.bookings.directory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.WorkingHours;
import org.bodywork.bookings.opening.domain.Workplace;
import org.jspecify.annotations.Nullable;

/** What this service reads of a therapist's listing as it is published. */
record TherapistChanged(
        String id,
        long sequence,
        String status,
        String name,
        String practiceId,
        List<TreatmentState> treatments,
        RulesState rules,
        @Nullable LicenceState licence,
        List<LocationState> locations,
        List<RangeState> schedule) {

    static final String TYPE = "org.bodywork.therapist.changed.v1";

    /**
     * The listing as booking sees it.
     *
     * @throws IllegalArgumentException when the parts do not make sense together
     */
    Listing listing() {
        return new Listing(
                TherapistId.of(id),
                status.equals("PUBLISHED"),
                name,
                PracticeId.of(practiceId),
                zone(),
                treatments.stream().map(TreatmentState::treatment).toList(),
                rules.rules(),
                licence == null ? null : licence.expires(),
                locations.stream().map(LocationState::workplace).toList(),
                schedule.stream().map(RangeState::hours).toList());
    }

    private ZoneId zone() {
        Set<ZoneId> zones =
                locations.stream().map(place -> ZoneId.of(place.zone())).collect(Collectors.toSet());
        if (zones.size() > 1) {
            throw new IllegalArgumentException("locations in more than one zone");
        }
        return zones.stream().findFirst().orElse(ZoneOffset.UTC);
    }

    record TreatmentState(
            String id,
            String name,
            long minutes,
            Money price,
            long bufferMinutes,
            boolean roomNeeded,
            ForClients clients) {

        Treatment treatment() {
            return new Treatment(
                    TreatmentId.of(id),
                    name,
                    Duration.ofMinutes(minutes),
                    Duration.ofMinutes(bufferMinutes),
                    price,
                    roomNeeded,
                    clients);
        }
    }

    record RulesState(
            boolean instant,
            long noticeMinutes,
            int horizonDays,
            long gridMinutes,
            long requestMinutes,
            long cancellationCutoffMinutes,
            String feeText) {

        BookingRules rules() {
            return new BookingRules(
                    instant,
                    Duration.ofMinutes(noticeMinutes),
                    horizonDays,
                    Duration.ofMinutes(gridMinutes),
                    Duration.ofMinutes(requestMinutes),
                    Duration.ofMinutes(cancellationCutoffMinutes),
                    feeText);
        }
    }

    record LicenceState(LocalDate expires) {}

    record LocationState(String id, String practiceId, String zone, List<String> rooms) {

        Workplace workplace() {
            LocationId location = LocationId.of(id);
            return new Workplace(
                    location,
                    PracticeId.of(practiceId),
                    rooms.stream().map(room -> new Room(location, room)).toList());
        }
    }

    record RangeState(DayOfWeek dayOfWeek, LocalTime from, LocalTime to, String locationId) {

        WorkingHours hours() {
            return new WorkingHours(dayOfWeek, from, to, LocationId.of(locationId));
        }
    }
}

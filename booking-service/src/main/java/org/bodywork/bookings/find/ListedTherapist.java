package org.bodywork.bookings.find;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.appointment.application.Place.Address;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/**
 * What this service's own copy of the directory knows of somebody who can be found. It has neither reviews nor when a
 * licence was checked.
 *
 * @param practiceSlug of its page; null where this service has not heard of the practice yet
 * @param experience years by condition
 * @param licence null where none is required
 */
public record ListedTherapist(
        TherapistId id,
        String slug,
        String name,
        String practice,
        @Nullable String practiceSlug,
        String area,
        boolean demo,
        List<String> languages,
        List<String> photos,
        List<String> modalities,
        Map<String, Integer> experience,
        List<Offered> treatments,
        boolean instant,
        @Nullable Licence licence,
        List<Spot> places) {

    /** One zone, wherever they work. */
    public ZoneId zone() {
        return places.stream().findFirst().map(Spot::zone).orElse(ZoneOffset.UTC);
    }

    /** A treatment. */
    public record Offered(TreatmentId id, String name, String modality, int minutes, Money price, ForClients clients) {

        /** Whether just anybody can book it. */
        boolean isForAnybody() {
            return clients != ForClients.RETURNING;
        }
    }

    public record Licence(String state, String number, LocalDate expires) {}

    /** Where they work. */
    public record Spot(String name, Address address, double lat, double lon, ZoneId zone) {}
}

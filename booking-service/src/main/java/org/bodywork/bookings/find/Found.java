package org.bodywork.bookings.find;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search, as therapist-service answers it.
 *
 * @param total of all pages
 */
record Found(int total, List<Item> items, Facets facets) {

    static final Found NOBODY = new Found(0, List.of(), Facets.NONE);

    /**
     * A therapist, or a practice that nobody has claimed.
     *
     * @param distanceMiles null where no place was asked for
     * @param rating null before the first review
     */
    record Item(
            String id,
            String kind,
            String slug,
            String name,
            @Nullable Practice practice,
            String area,
            boolean demo,
            @Nullable BigDecimal distanceMiles,
            List<Credential> credentials,
            @Nullable BigDecimal rating,
            int reviewCount,
            @Nullable Money priceFrom,
            List<String> reasons) {

        boolean isTherapist() {
            return kind.equals("therapist");
        }

        TherapistId therapist() {
            return TherapistId.of(id);
        }
    }

    record Practice(String name) {}

    /**
     * What a therapist is licensed or trained as.
     *
     * @param required the licence without which nobody may practise there
     */
    record Credential(
            String kind,
            @Nullable String name,
            @Nullable String issuer,
            @Nullable String number,
            @Nullable String state,
            @Nullable LocalDate expires,
            @Nullable LocalDate checked,
            boolean required) {

        boolean isLicence() {
            return kind.equals("licence");
        }
    }

    /** How many results each word would leave, the most first. */
    record Facets(List<Count> modality, List<Count> language, List<Count> gender, List<Count> area) {

        static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());
    }

    record Count(String value, int count) {}
}

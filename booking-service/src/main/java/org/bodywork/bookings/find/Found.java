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

        /** What this service's own copy knows: neither reviews nor a distance. */
        static Item of(ListedTherapist listed) {
            return new Item(
                    listed.id().toString(),
                    "therapist",
                    listed.slug(),
                    listed.name(),
                    new Practice(listed.practice(), listed.practiceSlug()),
                    listed.area(),
                    listed.demo(),
                    null,
                    Credential.of(listed.licence()),
                    null,
                    0,
                    null,
                    List.of());
        }
    }

    /**
     * Where somebody works.
     *
     * @param slug of its page; null where that is not told
     */
    record Practice(String name, @Nullable String slug) {}

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

        /** The licence as this service's own copy knows it: not when it was checked. */
        static List<Credential> of(ListedTherapist.@Nullable Licence licence) {
            return licence == null
                    ? List.of()
                    : List.of(new Credential(
                            "licence", null, null, licence.number(), licence.state(), licence.expires(), null, true));
        }
    }

    /**
     * How many results each word would leave, the most first.
     *
     * @param price by whole dollars, the least first, how many cost no more; null where it is not told
     */
    record Facets(
            List<Count> modality,
            List<Count> language,
            List<Count> gender,
            List<Count> area,
            @Nullable List<Count> price) {

        static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of(), null);
    }

    record Count(String value, int count) {}
}

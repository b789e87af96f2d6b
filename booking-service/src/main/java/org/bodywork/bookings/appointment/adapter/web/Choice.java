package org.bodywork.bookings.appointment.adapter.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.bodywork.bookings.QueryDates;
import org.bodywork.bookings.QueryParameters;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.Vocabulary;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What somebody has chosen so far, as an address or a form says it. */
sealed interface Choice {

    /** Stands where a fault is told of anyway. */
    UUID NOBODY = new UUID(0, 0);

    /**
     * One therapist.
     *
     * @param from the first date of the week that is looked at
     */
    record Somebody(
            TherapistId therapist,
            @Nullable TreatmentId treatment,
            @Nullable Instant start,
            @Nullable LocalDate from) implements Choice {}

    /** Whoever gives that massage for so long around there. */
    record Anybody(
            String area,
            String modality,
            int minutes,
            @Nullable String condition,
            @Nullable String gender,
            Instant start)
            implements Choice {

        Need need() {
            return new Need(Set.of(area), Set.of(modality), setOf(condition), setOf(gender), Set.of(minutes));
        }

        /** The same as an address says it. */
        String query(String start) {
            return "area=%s&modality=%s&minutes=%d&start=%s&%s%s"
                    .formatted(area, modality, minutes, start, part("condition", condition), part("gender", gender));
        }

        private static String part(String name, @Nullable String value) {
            return value == null ? "" : name + "=" + value + "&";
        }

        private static Set<String> setOf(@Nullable String word) {
            return word == null ? Set.of() : Set.of(word);
        }
    }

    /**
     * What was chosen.
     *
     * @throws InvalidRequest when the address is not complete, or somebody has changed it
     */
    static Choice read(MultiValueMap<String, String> given) {
        QueryParameters parameters = new QueryParameters(given);
        Choice choice = parameters.has("area") ? anybody(parameters) : somebody(parameters);
        parameters.refuseIfWrong();
        return choice;
    }

    private static Choice somebody(QueryParameters parameters) {
        Optional<UUID> therapist = parameters.id("therapist");
        Optional<UUID> treatment = parameters.has("treatment") ? parameters.id("treatment") : Optional.empty();
        Optional<Instant> start = parameters.optional("start", "Must be a start.", Choice::start);
        Optional<LocalDate> from = parameters.optional("from", "Must be a date.", QueryDates::date);
        return new Somebody(
                new TherapistId(therapist.orElse(NOBODY)),
                treatment.map(TreatmentId::new).orElse(null),
                start.orElse(null),
                from.orElse(null));
    }

    private static Choice anybody(QueryParameters parameters) {
        Optional<String> area = parameters.one("area", "Must be an area.", of(Vocabulary.AREAS));
        Optional<String> modality = parameters.one("modality", "Must be a modality.", of(Vocabulary.MODALITIES));
        Optional<Integer> minutes = parameters.one("minutes", "Must be minutes.", Integer::valueOf);
        Optional<String> condition =
                parameters.optional("condition", "Must be a condition.", of(Vocabulary.CONDITIONS));
        Optional<String> gender = parameters.optional("gender", "Must be a gender.", of(Vocabulary.GENDERS));
        Optional<Instant> start = parameters.one("start", "Must be a start.", Choice::start);
        return new Anybody(
                area.orElse(""),
                modality.orElse(""),
                minutes.orElse(0),
                condition.orElse(null),
                gender.orElse(null),
                start.orElse(Instant.EPOCH));
    }

    private static Function<String, String> of(Set<String> words) {
        return word -> {
            if (!words.contains(word)) {
                throw new IllegalArgumentException("not a word of the vocabulary");
            }
            return word;
        };
    }

    private static Instant start(String text) {
        return TypedTimes.start(text).orElseThrow(() -> new DateTimeException("no start"));
    }
}

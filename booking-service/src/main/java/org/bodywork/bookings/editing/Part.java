package org.bodywork.bookings.editing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A part of a listing that is edited on a page of its own. */
enum Part {
    SCHEDULE(Where.HOURS),
    TREATMENTS(Where.LISTING),
    RULES(Where.LISTING),
    CREDENTIALS(Where.LISTING),
    PROFILE(Where.LISTING);

    /** What therapist-service reads and replaces as one. */
    enum Where {
        LISTING("/listing", ""),
        HOURS("/schedule", "/schedule");

        private final String read;
        private final String write;

        Where(String read, String write) {
            this.read = read;
            this.write = write;
        }

        String read() {
            return read;
        }

        String write() {
            return write;
        }
    }

    private final Where where;

    Part(Where where) {
        this.where = where;
    }

    Where where() {
        return where;
    }

    /** The fields of the whole that are edited here; all others stay as they are. */
    List<String> fields() {
        return switch (this) {
            case SCHEDULE -> List.of("versions", "overrides", "holidays");
            case TREATMENTS -> List.of("treatments");
            case RULES -> List.of("rules");
            case CREDENTIALS -> List.of("credentials");
            case PROFILE ->
                List.of(
                        "status",
                        "name",
                        "pronouns",
                        "gender",
                        "languages",
                        "modalities",
                        "conditions",
                        "approach",
                        "pressure",
                        "photos");
        };
    }

    /** Those that are there even when nothing is in them. */
    Set<String> lists() {
        return switch (this) {
            case SCHEDULE -> Set.of("versions", "overrides");
            case TREATMENTS -> Set.of("treatments");
            case RULES -> Set.of();
            case CREDENTIALS -> Set.of("credentials");
            case PROFILE -> Set.of("languages", "modalities", "conditions", "photos");
        };
    }

    /** As it is called in addresses and among the words. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Part> of(String slug) {
        return Arrays.stream(values()).filter(part -> part.slug().equals(slug)).findFirst();
    }
}

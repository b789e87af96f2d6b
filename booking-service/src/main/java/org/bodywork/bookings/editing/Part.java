package org.bodywork.bookings.editing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A part of a listing that is edited on a page of its own. */
enum Part {
    SCHEDULE(Where.HOURS, List.of("versions", "overrides", "holidays"), Set.of("versions", "overrides")),
    TREATMENTS(Where.LISTING, List.of("treatments"), Set.of("treatments")),
    RULES(Where.LISTING, List.of("rules"), Set.of()),
    CREDENTIALS(Where.LISTING, List.of("credentials"), Set.of("credentials")),
    PROFILE(
            Where.LISTING,
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
                    "photos"),
            Set.of("languages", "modalities", "conditions", "photos"));

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
    private final List<String> fields;
    private final Set<String> lists;

    Part(Where where, List<String> fields, Set<String> lists) {
        this.where = where;
        this.fields = fields;
        this.lists = lists;
    }

    Where where() {
        return where;
    }

    /** The fields of the whole that are edited here; all others stay as they are. */
    List<String> fields() {
        return fields;
    }

    /** Those that are there even when nothing is in them. */
    Set<String> lists() {
        return lists;
    }

    /** As it is called in addresses and among the words. */
    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Part> of(String slug) {
        return Arrays.stream(values()).filter(part -> part.slug().equals(slug)).findFirst();
    }
}

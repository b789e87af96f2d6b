package org.bodywork.therapists.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Modality;

/** A part of the guide. */
enum Shelf {
    MODALITIES("modality", "modalities"),
    CONDITIONS("condition", "conditions"),
    SELF_CARE("self-care", "self-care"),
    PAGES("page", "pages");

    private final String kind;
    private final String path;

    Shelf(String kind, String path) {
        this.kind = kind;
        this.path = path;
    }

    static Optional<Shelf> ofPath(String path) {
        return Arrays.stream(values()).filter(shelf -> shelf.path.equals(path)).findFirst();
    }

    /** What one page on it is. */
    String kind() {
        return kind;
    }

    String path() {
        return path;
    }

    /** Its pages, in the order people see them. */
    List<String> slugs() {
        return switch (this) {
            case MODALITIES ->
                Arrays.stream(Modality.values()).map(Modality::slug).toList();
            case CONDITIONS ->
                Arrays.stream(Condition.values()).map(Condition::slug).toList();
            case SELF_CARE ->
                List.of(
                        "back-and-neck",
                        "joints",
                        "widespread-pain",
                        "headache",
                        "muscles-and-sport",
                        "stress-and-sleep");
            case PAGES -> List.of("choosing-a-therapist", "what-to-expect", "see-a-doctor-first");
        };
    }
}

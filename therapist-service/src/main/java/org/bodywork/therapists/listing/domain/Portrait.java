package org.bodywork.therapists.listing.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A therapist in their own words and pictures.
 *
 * @param pressure how gently and how firmly they work, where they say
 * @param photos the one to show first comes first
 */
public record Portrait(
        String name,
        @Nullable String pronouns,
        @Nullable Gender gender,
        List<Language> languages,
        @Nullable String approach,
        @Nullable PressureRange pressure,
        List<Photo> photos) {

    private static final int MOST_PHOTOS = 6;

    public Portrait {
        Wording.name(name);
        if (pronouns != null) {
            Wording.name(pronouns);
        }
        if (approach != null) {
            Wording.paragraphs(approach);
        }
        languages = List.copyOf(languages);
        photos = List.copyOf(photos);
        Repeated.refuse(languages, "language");
        Portrait.requireFew(photos);
    }

    /** As listed anew; what the listing does not say stays. */
    Portrait relisted(Portrait listed) {
        return new Portrait(
                listed.name,
                listed.pronouns,
                listed.gender,
                listed.languages,
                listed.approach,
                listed.pressure == null ? pressure : listed.pressure,
                listed.photos.isEmpty() ? photos : listed.photos);
    }

    public static void requireFew(List<Photo> photos) {
        if (photos.size() > MOST_PHOTOS) {
            throw new InvalidValue("has more than " + MOST_PHOTOS + " photos");
        }
        Repeated.refuse(photos, "photo");
    }
}

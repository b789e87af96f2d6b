package org.bodywork.therapists.search.application;

import java.util.Locale;

/**
 * What somebody may be about to type.
 *
 * @param slug the word of the vocabulary, or the listing's name in URLs
 */
public record Suggestion(Kind kind, String text, String slug) {

    /** What is suggested. */
    public enum Kind {
        CONDITION,
        MODALITY,
        THERAPIST,
        PRACTICE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package org.bodywork.bookings.opening.domain;

import java.util.Map;
import java.util.Set;

/** The words that the directory describes therapists with, as far as one is chosen by them. */
public final class Vocabulary {

    public static final Set<String> MODALITIES =
            Set.of("swedish", "deep-tissue", "trigger-point", "myofascial-release", "hot-stone", "cbd-oil", "medical");

    public static final Set<String> CONDITIONS = Set.of(
            "chronic-pain",
            "back-pain",
            "neck-pain",
            "joint-pain",
            "arthritis",
            "fibromyalgia",
            "spinal-stenosis",
            "headache-migraine",
            "muscle-tension",
            "limited-mobility",
            "stress-anxiety",
            "poor-sleep",
            "sports-recovery");

    public static final Set<String> GENDERS = Set.of("woman", "man", "nonbinary");

    public static final Set<String> AREAS = Set.of("st-louis", "maplewood", "lakewood");

    /** Maplewood lies in greater St. Louis. */
    private static final Map<String, Set<String>> WITHIN = Map.of("st-louis", Set.of("st-louis", "maplewood"));

    private Vocabulary() {}

    /** The areas whose therapists are found in that one. */
    static Set<String> within(String area) {
        return WITHIN.getOrDefault(area, Set.of(area));
    }
}

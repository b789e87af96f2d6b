package org.bodywork.therapists.search.domain;

import java.util.List;
import java.util.Map;

/**
 * How many results each word of each filter would leave, all other filters staying as they are.
 *
 * @param price by whole dollars, how many cost no more
 */
public record Facets(
        Map<String, Integer> modality,
        Map<String, Integer> condition,
        Map<String, Integer> language,
        Map<String, Integer> gender,
        Map<String, Integer> area,
        Map<String, Integer> price) {

    /** The prices that are counted: steps that people think in, for an hour of massage. */
    public static final List<Integer> DOLLARS = List.of(60, 80, 100, 120);

    public Facets {
        modality = Map.copyOf(modality);
        condition = Map.copyOf(condition);
        language = Map.copyOf(language);
        gender = Map.copyOf(gender);
        area = Map.copyOf(area);
        price = Map.copyOf(price);
    }
}

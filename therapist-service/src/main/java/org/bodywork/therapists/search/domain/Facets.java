package org.bodywork.therapists.search.domain;

import java.util.Map;

/** How many results each word of each filter would leave, all other filters staying as they are. */
public record Facets(
        Map<String, Integer> modality,
        Map<String, Integer> condition,
        Map<String, Integer> language,
        Map<String, Integer> gender,
        Map<String, Integer> area) {

    public Facets {
        modality = Map.copyOf(modality);
        condition = Map.copyOf(condition);
        language = Map.copyOf(language);
        gender = Map.copyOf(gender);
        area = Map.copyOf(area);
    }
}

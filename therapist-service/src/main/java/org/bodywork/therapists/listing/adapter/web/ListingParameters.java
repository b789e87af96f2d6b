package org.bodywork.therapists.listing.adapter.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.therapists.listing.application.ListingFilter;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.bodywork.therapists.listing.domain.Modality;
import org.springframework.util.MultiValueMap;

/** Reads a search from the query, naming every parameter that is wrong or not known. */
final class ListingParameters {

    /** Refused rather than ignored: a filter that does nothing would show what was not asked for. */
    private static final Set<String> KNOWN = Set.of("area", "modality", "condition", "page", "size");

    private final MultiValueMap<String, String> query;
    private final List<FieldFault> faults = new ArrayList<>();

    private ListingParameters(MultiValueMap<String, String> query) {
        this.query = query;
    }

    static ListingFilter filter(MultiValueMap<String, String> query) {
        return new ListingParameters(query).filter();
    }

    private ListingFilter filter() {
        query.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> faults.add(new FieldFault("/" + name, "This parameter is not known here.")));
        ListingFilter filter = new ListingFilter(
                words("area", Area::ofSlug),
                words("modality", Modality::ofSlug),
                words("condition", Condition::ofSlug));
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return filter;
    }

    private <T> Set<T> words(String name, Function<String, T> reading) {
        Set<T> words = new HashSet<>();
        for (String given : query.getOrDefault(name, List.of())) {
            try {
                words.add(reading.apply(given == null ? "" : given));
            } catch (InvalidValue invalid) {
                faults.add(new FieldFault("/" + name, invalid.reason()));
            }
        }
        return words;
    }
}

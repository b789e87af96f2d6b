package org.bodywork.therapists.search.adapter.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.listing.domain.ZipTable;
import org.bodywork.therapists.search.domain.Order;
import org.bodywork.therapists.search.domain.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads a search from the query, naming every parameter that is wrong or not known. */
final class SearchParameters {

    /** Others are refused rather than ignored: a filter that does nothing would show what was not asked for. */
    private static final Set<String> KNOWN = Set.of(
            "area",
            "near",
            "radiusMiles",
            "modality",
            "condition",
            "q",
            "gender",
            "language",
            "maxPrice",
            "sort",
            "page",
            "size");

    private static final Pattern DOLLARS = Pattern.compile("\\d{1,6}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final MultiValueMap<String, String> query;
    private final ZipTable zips;
    private final List<FieldFault> faults = new ArrayList<>();

    private SearchParameters(MultiValueMap<String, String> query, ZipTable zips) {
        this.query = query;
        this.zips = zips;
    }

    static Search search(MultiValueMap<String, String> query, ZipTable zips) {
        return new SearchParameters(query, zips).search();
    }

    private Search search() {
        query.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> fault(name, "This parameter is not known here."));
        Point near = one("near", zips::near);
        Double radius = one("radiusMiles", text -> Search.requireRadius(number(text)));
        Order order = one("sort", Order::ofWord);
        if (radius != null && near == null && !query.containsKey("near")) {
            fault("radiusMiles", "A radius needs near.");
        }
        if (order == Order.DISTANCE && near == null && !query.containsKey("near")) {
            fault("sort", "Sorting by distance needs near.");
        }
        String words = one("q", SearchParameters::words);
        Search search = new Search(
                words == null ? "" : words,
                all("area", Area::ofSlug),
                near,
                near == null ? null : radius,
                all("modality", Modality::ofSlug),
                all("condition", Condition::ofSlug),
                all("gender", Gender::ofSlug),
                all("language", text -> new Language(text).primary()),
                one("maxPrice", text -> Money.of(DOLLARS.matcher(text).matches() ? text + ".00" : text)),
                null,
                order == null ? Order.MATCH : order);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return search;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidValue("is not a number");
        }
    }

    private static String words(String text) {
        if (text.length() > Search.LONGEST_TEXT) {
            throw new InvalidValue("is longer than " + Search.LONGEST_TEXT + " characters");
        }
        return CONTROL.matcher(text).replaceAll(" ");
    }

    private <T> @Nullable T one(String name, Function<String, T> reading) {
        List<String> given = query.getOrDefault(name, List.of());
        if (given.size() > 1) {
            fault(name, "may be given once only");
            return null;
        }
        return given.isEmpty() ? null : read(name, given.getFirst(), reading);
    }

    private <T> Set<T> all(String name, Function<String, T> reading) {
        Set<T> words = new HashSet<>();
        for (String given : query.getOrDefault(name, List.of())) {
            T word = read(name, given, reading);
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }

    private <T> @Nullable T read(String name, @Nullable String given, Function<String, T> reading) {
        try {
            return reading.apply(given == null ? "" : given);
        } catch (InvalidValue invalid) {
            fault(name, invalid.reason());
            return null;
        }
    }

    private void fault(String name, String detail) {
        faults.add(new FieldFault("/" + name, detail));
    }
}

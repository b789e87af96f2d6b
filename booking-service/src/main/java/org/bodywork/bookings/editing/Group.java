package org.bodywork.bookings.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fields that belong together.
 *
 * @param legend empty where the page says enough
 * @param fresh whether it is only offered, to be filled in
 */
record Group(String legend, List<Row> rows, boolean fresh) {

    /**
     * Fields on one line.
     *
     * @param label empty where each field has its own
     */
    record Row(String label, List<Box> boxes) {

        static Row of(Box box) {
            return new Row("", List.of(box));
        }
    }

    /** Everything that stands in a form, line by line, to be compared with another's. */
    static Map<String, String> said(List<Group> groups, Words words) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Group group : groups) {
            for (Row row : group.rows()) {
                String value = row.boxes().stream()
                        .map(box -> box.said(words))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" – "));
                String label = row.label().isEmpty() ? row.boxes().getFirst().label() : row.label();
                if (!group.fresh()) {
                    all.merge(
                            group.legend().isEmpty() ? label : group.legend() + ": " + label,
                            value,
                            (one, other) -> other.isEmpty() ? one : one.isEmpty() ? other : one + ", " + other);
                }
            }
        }
        return all;
    }

    /** Where two people have left different things. */
    record Difference(String what, String theirs, String yours) {

        static List<Difference> between(List<Group> theirs, List<Group> yours, Words words) {
            Map<String, String> saved = said(theirs, words);
            Map<String, String> typed = said(yours, words);
            Map<String, String> both = new LinkedHashMap<>(saved);
            typed.forEach(both::putIfAbsent);
            return both.keySet().stream()
                    .map(what -> new Difference(what, saved.getOrDefault(what, ""), typed.getOrDefault(what, "")))
                    .filter(each -> !each.theirs().equals(each.yours()))
                    .toList();
        }
    }
}

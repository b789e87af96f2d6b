package org.bodywork.bookings.find;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bodywork.bookings.opening.domain.Vocabulary;
import org.springframework.util.MultiValueMap;

/**
 * What somebody looks for, as the address of a page of results says it: any of the words within a name, all of the
 * names. Immutable; every way to ask for a little more or less is another wish with another address.
 */
final class Wish {

    static final String CONDITION = "condition";
    static final String MODALITY = "modality";
    static final String AREA = "area";
    static final String GENDER = "gender";
    static final String LANGUAGE = "language";
    static final String NEAR = "near";
    static final String RADIUS = "radius";
    static final String MAX_PRICE = "maxPrice";
    static final String WHEN = "when";
    static final String TEXT = "q";
    static final String SORT = "sort";
    static final String PAGE = "page";

    static final List<String> WHENS = List.of("today", "tomorrow", "this-week", "next-week");
    static final List<String> SORTS = List.of("match", "soonest", "distance", "rating", "price");

    /** As far as anybody pages who would not rather ask for something else. */
    static final int LAST_PAGE = 50;

    private static final int LONGEST_TEXT = 200;
    private static final int FARTHEST_MILES = 250;
    private static final Pattern TONGUE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** In the order of an address, each with what its words have to be. */
    private static final Map<String, Predicate<String>> MANY = inOrder(
            Map.entry(CONDITION, Vocabulary.CONDITIONS::contains),
            Map.entry(MODALITY, Vocabulary.MODALITIES::contains),
            Map.entry(AREA, Vocabulary.AREAS::contains),
            Map.entry(GENDER, Vocabulary.GENDERS::contains),
            Map.entry(LANGUAGE, word -> TONGUE.matcher(word).matches()));

    private static final Map<String, Predicate<String>> ONE = inOrder(
            Map.entry(NEAR, word -> Where.of(word).isUnderstood()),
            Map.entry(RADIUS, word -> isNumber(word, FARTHEST_MILES)),
            Map.entry(MAX_PRICE, word -> isNumber(word, Integer.MAX_VALUE)),
            Map.entry(WHEN, WHENS::contains),
            Map.entry(TEXT, word -> word.length() <= LONGEST_TEXT),
            Map.entry(SORT, SORTS::contains),
            Map.entry(PAGE, word -> isNumber(word, LAST_PAGE)));

    static final Wish ANYTHING = new Wish(Map.of());

    private final Map<String, List<String>> words;

    private Wish(Map<String, List<String>> words) {
        this.words = words;
    }

    /**
     * An address as it was read.
     *
     * @param leftOut names whose words were not understood and are not in the wish
     */
    record Reading(Wish wish, Set<String> leftOut) {}

    /** What is empty was left empty in a form and asks for nothing. */
    static Reading read(MultiValueMap<String, String> query) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        Set<String> leftOut = new TreeSet<>();
        MANY.forEach((name, fits) -> keep(name, given(query, name), fits, words, leftOut));
        ONE.forEach(
                (name, fits) -> keep(name, given(query, name).stream().limit(1).toList(), fits, words, leftOut));
        Wish wish = new Wish(words);
        return new Reading(wish.has(NEAR) ? wish.near(Where.of(wish.one(NEAR).orElseThrow())) : wish, leftOut);
    }

    private static List<String> given(MultiValueMap<String, String> query, String name) {
        return query.getOrDefault(name, List.of()).stream()
                .map(word -> word == null
                        ? ""
                        : CONTROL.matcher(word).replaceAll(" ").strip())
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static void keep(
            String name,
            List<String> given,
            Predicate<String> fits,
            Map<String, List<String>> words,
            Set<String> leftOut) {
        List<String> understood = given.stream().filter(fits).toList();
        if (understood.size() < given.size()) {
            leftOut.add(name);
        }
        if (!understood.isEmpty()) {
            words.put(name, understood);
        }
    }

    /** An area that was named as the place is an area that was chosen. */
    private Wish near(Where where) {
        return switch (where) {
            case Where.InArea area -> without(NEAR).toggledOn(AREA, area.slug());
            case Where.Zip zip -> put(NEAR, List.of(zip.text()));
            case Where.Spot spot -> put(NEAR, List.of(spot.text()));
            case Where.Unknown _ -> without(NEAR);
        };
    }

    List<String> all(String name) {
        return words.getOrDefault(name, List.of());
    }

    Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    boolean has(String name) {
        return words.containsKey(name);
    }

    boolean has(String name, String word) {
        return all(name).contains(word);
    }

    /** From 1. */
    int page() {
        return one(PAGE).map(Integer::parseInt).orElse(1);
    }

    Wish onPage(int page) {
        Wish first = without(PAGE);
        return page == 1 ? first : first.put(PAGE, List.of(String.valueOf(page)));
    }

    /** With just this word of its name. Whatever is asked for newly begins at its first page. */
    Wish with(String name, String word) {
        return put(name, List.of(word)).without(PAGE);
    }

    Wish without(String name) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(words);
        fewer.remove(name);
        fewer.remove(PAGE);
        return new Wish(fewer);
    }

    /** With that word where it is missing, without it where it is there. */
    Wish toggled(String name, String word) {
        return has(name, word) ? toggledOff(name, word) : toggledOn(name, word);
    }

    private Wish toggledOn(String name, String word) {
        List<String> more = new ArrayList<>(all(name));
        if (!more.contains(word)) {
            more.add(word);
        }
        return put(name, more).without(PAGE);
    }

    private Wish toggledOff(String name, String word) {
        List<String> fewer =
                all(name).stream().filter(each -> !each.equals(word)).toList();
        return fewer.isEmpty() ? without(name) : put(name, fewer).without(PAGE);
    }

    private Wish put(String name, List<String> some) {
        Map<String, List<String>> changed = new LinkedHashMap<>(words);
        changed.put(name, List.copyOf(some));
        return new Wish(changed);
    }

    /** The names that make the results fewer, in the order in which somebody would rather do without them. */
    List<String> narrowing() {
        return List.of(WHEN, MAX_PRICE, GENDER, LANGUAGE, MODALITY, TEXT, RADIUS, CONDITION, AREA, NEAR).stream()
                .filter(this::has)
                .toList();
    }

    /** Such as {@code condition=back-pain&near=63143&}: room for the language behind it. */
    String query() {
        return names().stream()
                .flatMap(name -> all(name).stream().map(word -> name + "=" + URLEncoder.encode(word, UTF_8) + "&"))
                .collect(Collectors.joining());
    }

    private static Collection<String> names() {
        List<String> names = new ArrayList<>(MANY.keySet());
        names.addAll(ONE.keySet());
        return names;
    }

    private static boolean isNumber(String word, int most) {
        return DIGITS.matcher(word).matches() && Integer.parseInt(word) >= 1 && Integer.parseInt(word) <= most;
    }

    @SafeVarargs
    private static Map<String, Predicate<String>> inOrder(Map.Entry<String, Predicate<String>>... entries) {
        Map<String, Predicate<String>> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, Predicate<String>> entry : entries) {
            ordered.put(entry.getKey(), entry.getValue());
        }
        return ordered;
    }
}

package org.bodywork.bookings.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ways to ask for more or less, each a link: what can be chosen with how many it would leave, and what is chosen. */
final class Chips {

    private static final int MOST_OF_A_KIND = 8;

    private Chips() {}

    /**
     * One of them.
     *
     * @param count null where it is not counted
     * @param label in full, for whoever does not see whether it is chosen
     */
    record Chip(String text, @Nullable Integer count, String href, boolean on, String label) {}

    static List<Chip> of(Wish wish, Found found, Words words) {
        Found.Facets facets = found.facets();
        return Stream.of(
                        chosenOutside(wish, words),
                        counted(Wish.MODALITY, facets.modality(), wish, words),
                        counted(Wish.GENDER, facets.gender(), wish, words),
                        counted(Wish.LANGUAGE, facets.language(), wish, words),
                        wish.has(Wish.AREA) ? counted(Wish.AREA, facets.area(), wish, words) : Stream.<Chip>of(),
                        prices(wish, found, words))
                .flatMap(each -> each)
                .toList();
    }

    /** Where nothing can be counted, what is chosen can still be let go of. */
    static List<Chip> chosen(Wish wish, Words words) {
        return Stream.concat(
                        chosenOutside(wish, words),
                        Stream.of(Wish.MODALITY, Wish.GENDER, Wish.LANGUAGE, Wish.AREA)
                                .flatMap(name ->
                                        wish.all(name).stream().map(word -> chip(name, word, null, wish, words))))
                .toList();
    }

    /** What no facet speaks of. */
    private static Stream<Chip> chosenOutside(Wish wish, Words words) {
        return Stream.of(Wish.CONDITION, Wish.WHEN, Wish.RADIUS, Wish.MAX_PRICE, Wish.TEXT)
                .flatMap(name -> wish.all(name).stream().map(word -> chip(name, word, null, wish, words)));
    }

    private static Stream<Chip> counted(String name, List<Found.Count> counts, Wish wish, Words words) {
        Stream<Chip> some =
                counts.stream().limit(MOST_OF_A_KIND).map(each -> chip(name, each.value(), each.count(), wish, words));
        Stream<Chip> gone = wish.all(name).stream()
                .filter(word -> counts.stream()
                        .limit(MOST_OF_A_KIND)
                        .noneMatch(each -> each.value().equals(word)))
                .map(word -> chip(name, word, null, wish, words));
        return Stream.concat(gone, some);
    }

    /** Only steps that make a difference: one more than the step before, and fewer than all. */
    private static Stream<Chip> prices(Wish wish, Found found, Words words) {
        int all = wish.has(Wish.MAX_PRICE) ? Integer.MAX_VALUE : found.total();
        List<Chip> steps = new ArrayList<>();
        int before = 0;
        for (Found.Count step : Objects.requireNonNullElse(found.facets().price(), List.<Found.Count>of())) {
            if (step.count() > before && step.count() < all && !wish.has(Wish.MAX_PRICE, step.value())) {
                steps.add(chip(Wish.MAX_PRICE, step.value(), step.count(), wish, words));
            }
            before = step.count();
        }
        return steps.stream();
    }

    private static Chip chip(String name, String word, @Nullable Integer count, Wish wish, Words words) {
        boolean on = wish.has(name, word);
        String text = text(name, word, words);
        return new Chip(
                text,
                count,
                ResultsPage.address(
                        name.equals(Wish.MAX_PRICE) && !on ? wish.with(name, word) : wish.toggled(name, word), words),
                on,
                on ? words.say("find.chip.off", text) : count == null ? text : words.say("find.chip.on", text, count));
    }

    /** A word of the wish as people say it. */
    static String text(String name, String word, Words words) {
        return switch (name) {
            case Wish.LANGUAGE -> words.tongue(word);
            case Wish.WHEN -> words.say("find.when." + word);
            case Wish.MAX_PRICE -> words.say("find.under", word);
            case Wish.RADIUS -> words.say("find.within", word);
            case Wish.TEXT, Wish.NEAR -> word;
            default -> words.say(name.toLowerCase(Locale.ROOT) + "." + word);
        };
    }

    static List<Chip> sorts(Wish wish, Words words) {
        return Wish.SORTS.stream()
                .filter(sort -> !sort.equals("distance") || wish.has(Wish.NEAR))
                .map(sort -> new Chip(
                        words.say("find.sort." + sort),
                        null,
                        ResultsPage.address(
                                sort.equals("match") ? wish.without(Wish.SORT) : wish.with(Wish.SORT, sort), words),
                        wish.one(Wish.SORT).orElse("match").equals(sort),
                        words.say("find.sort." + sort)))
                .toList();
    }
}

package org.bodywork.therapists.search.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Point;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a sentence such as "migraine near 63143 under $100 this week, a woman who speaks Spanish" says beside its
 * topic: a place, a price, a gender, a language, how soon. What it says so joins the filters that were chosen; a chosen filter of the same
 * kind wins. The rest stays free text.
 */
public final class PlainWords {

    /** Whoever says "near" does not mean another state. */
    private static final double WITHIN_MILES = 50;

    private static final Pattern PRICE = Pattern.compile(
            "\\b(?:under|below|less than|up to|max(?:imum)?|menos de|hasta)\\s*\\$?\\s*(\\d{1,4})(?:\\.(\\d{2}))?\\b(?:\\s*(?:dollars|usd|dólares))?|\\$\\s*(\\d{1,4})\\b",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ZIP = Pattern.compile("\\b(\\d{5})\\b");

    /** The soonest first: of two wishes the nearer one counts. */
    private static final Map<SoonBy, Pattern> SOON_BY = new EnumMap<>(Map.of(
            SoonBy.TODAY, words("today|tonight|this (?:morning|afternoon|evening)|hoy|esta (?:mañana|tarde|noche)"),
            SoonBy.TOMORROW, words("tomorrow|mañana"),
            SoonBy.THIS_WEEK, words("this week|esta semana"),
            SoonBy.NEXT_WEEK, words("next week|(?:la )?próxima semana|la semana que viene")));

    /** A soon opening ranks higher anyhow. */
    private static final Pattern SOON = words("soon(?:est)?|asap|as soon as possible|pronto|cuanto antes");

    private static final Pattern FILLER = Pattern.compile(
            "\\b(?:near|around|close to|in|at|for|with|and|or|the|a|an|my|me|i|who|that|need|want|find|speaks?|speaking|help|please|therapists?|massages?|therapy|cerca de|en|para|con|y|un|una|el|la|que|habla|masajes?|terapeuta)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Map<Pattern, Area> AREAS = Map.of(
            words("maplewood"), Area.MAPLEWOOD,
            words("lakewood"), Area.LAKEWOOD,
            words("(?:saint|st\\.?) louis|stl"), Area.ST_LOUIS);

    private static final Map<Pattern, Gender> GENDERS = Map.of(
            words("wom[ae]n|female|lady|mujer"), Gender.WOMAN,
            words("m[ae]n|male|hombre"), Gender.MAN,
            words("non-?binary|no binaria?"), Gender.NONBINARY);

    private static final Map<Pattern, String> LANGUAGES = Map.of(
            words("spanish|español|hispanohablante"), "es",
            words("english|inglés"), "en",
            words("vietnamese"), "vi",
            words("bosnian"), "bs",
            words("mandarin|chinese"), "zh",
            words("french|français"), "fr",
            words("german|deutsch"), "de",
            words("russian"), "ru",
            words("arabic"), "ar",
            words("asl|sign language"), "ase");

    private String rest;

    private PlainWords(String words) {
        this.rest = words.toLowerCase(Locale.ROOT);
    }

    /**
     * The search with all that its words say.
     *
     * @param zips where a ZIP code lies, if known
     */
    public static Search read(Search search, Function<String, Optional<Point>> zips) {
        return search.words().isEmpty() ? search : new PlainWords(search.words()).join(search, zips);
    }

    private Search join(Search chosen, Function<String, Optional<Point>> zips) {
        Money price = price();
        Point place = place(zips);
        Set<Area> areas = all(AREAS);
        Set<Gender> genders = all(GENDERS);
        Set<String> languages = all(LANGUAGES);
        SoonBy soonBy = soonBy();
        take(SOON);
        return new Search(
                topic(),
                chosen.areas().isEmpty() ? areas : chosen.areas(),
                chosen.near() == null ? place : chosen.near(),
                chosen.near() == null && place != null ? Double.valueOf(WITHIN_MILES) : chosen.radiusMiles(),
                chosen.modalities(),
                chosen.conditions(),
                chosen.genders().isEmpty() ? genders : chosen.genders(),
                chosen.languages().isEmpty() ? languages : chosen.languages(),
                chosen.maxPrice() == null ? price : chosen.maxPrice(),
                chosen.soonBy() == null ? soonBy : chosen.soonBy(),
                chosen.order());
    }

    private @Nullable Money price() {
        return take(PRICE)
                .map(found -> {
                    String dollars = found.group(1) == null ? found.group(3) : found.group(1);
                    String cents = found.group(2) == null ? "00" : found.group(2);
                    return new Money(new BigDecimal(dollars + "." + cents).setScale(2, RoundingMode.UNNECESSARY));
                })
                .orElse(null);
    }

    private @Nullable SoonBy soonBy() {
        List<SoonBy> said = new ArrayList<>();
        SOON_BY.forEach((soonBy, pattern) -> take(pattern).ifPresent(_ -> said.add(soonBy)));
        return said.isEmpty() ? null : said.getFirst();
    }

    /** A number that is no ZIP code we know stays in the text. */
    private @Nullable Point place(Function<String, Optional<Point>> zips) {
        Matcher zip = ZIP.matcher(rest);
        while (zip.find()) {
            Optional<Point> known = zips.apply(zip.group(1));
            if (known.isPresent()) {
                rest = without(zip);
                return known.get();
            }
        }
        return null;
    }

    private <T> Set<T> all(Map<Pattern, T> vocabulary) {
        Set<T> found = new HashSet<>();
        vocabulary.forEach((pattern, word) -> take(pattern).ifPresent(_ -> found.add(word)));
        return found;
    }

    private Optional<MatchResult> take(Pattern pattern) {
        Matcher matcher = pattern.matcher(rest);
        if (!matcher.find()) {
            return Optional.empty();
        }
        MatchResult found = matcher.toMatchResult();
        rest = without(matcher);
        return Optional.of(found);
    }

    private String without(MatchResult found) {
        return rest.substring(0, found.start()) + " " + rest.substring(found.end());
    }

    private String topic() {
        return FILLER.matcher(rest).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.UNICODE_CHARACTER_CLASS);
    }
}

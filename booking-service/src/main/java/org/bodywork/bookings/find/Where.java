package org.bodywork.bookings.find;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place that somebody means by what they typed. */
sealed interface Where {

    /** Where a browser says that it is, to about half a mile: an address may be passed on. */
    record Spot(BigDecimal lat, BigDecimal lon) implements Where {

        @Override
        public String text() {
            return lat.toPlainString() + "," + lon.toPlainString();
        }
    }

    record Zip(String code) implements Where {

        @Override
        public String text() {
            return code;
        }
    }

    /** One of the areas by its name. */
    record InArea(String slug) implements Where {

        @Override
        public String text() {
            return slug;
        }
    }

    record Unknown(String text) implements Where {}

    /** As it stands in an address. */
    String text();

    default boolean isUnderstood() {
        return !(this instanceof Unknown);
    }

    /** A zip code counts wherever it stands, as in {@code 63143 Maplewood}. */
    static Where of(String typed) {
        Matcher spot = Patterns.SPOT.matcher(typed.strip());
        if (spot.matches()) {
            return spot(new BigDecimal(spot.group(1)), new BigDecimal(spot.group(2)), typed);
        }
        Matcher zip = Patterns.ZIP.matcher(typed);
        if (zip.find()) {
            return new Zip(zip.group(1));
        }
        String plain = Patterns.ACCENTS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Patterns.AREAS.entrySet().stream()
                .filter(area -> area.getValue().matcher(plain).find())
                .map(area -> (Where) new InArea(area.getKey()))
                .findFirst()
                .orElseGet(() -> new Unknown(typed));
    }

    private static Where spot(BigDecimal lat, BigDecimal lon, String typed) {
        boolean onEarth =
                lat.abs().compareTo(BigDecimal.valueOf(90)) <= 0 && lon.abs().compareTo(BigDecimal.valueOf(180)) <= 0;
        return onEarth
                ? new Spot(lat.setScale(2, RoundingMode.HALF_UP), lon.setScale(2, RoundingMode.HALF_UP))
                : new Unknown(typed);
    }

    /** Interfaces have no private fields. */
    final class Patterns {

        private static final Pattern SPOT =
                Pattern.compile("([+-]?\\d{1,3}(?:\\.\\d{1,20})?)\\s{0,3},\\s{0,3}([+-]?\\d{1,3}(?:\\.\\d{1,20})?)");
        private static final Pattern ZIP = Pattern.compile("(?<!\\d)(\\d{5})(?:-\\d{4})?(?!\\d)");
        private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

        private static final Map<String, Pattern> AREAS = Map.of(
                "maplewood", Pattern.compile("\\bmaplewood\\b"),
                "lakewood", Pattern.compile("\\blakewood\\b"),
                "st-louis", Pattern.compile("\\b(?:saint|san|st\\.?|st-)\\s{0,3}(?:louis|luis)\\b|\\bstl\\b"));

        private Patterns() {}
    }
}

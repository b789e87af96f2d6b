package org.bodywork.allinone.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invented therapists who differ as real ones do, the same for the same numbers; five to a practice. */
final class VariedListings {

    static final List<String> MODALITIES =
            List.of("swedish", "deep-tissue", "trigger-point", "myofascial-release", "hot-stone", "cbd-oil", "medical");

    static final List<String> CONDITIONS = List.of(
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

    static final int PER_PRACTICE = 5;
    private static final double SPREAD_DEGREES = 0.3;

    private static final List<String> FIRST_NAMES =
            List.of("Ana", "Ben", "Cora", "Dana", "Eli", "Fay", "Gus", "Hana", "Ivo", "June", "Kai", "Lena", "Mara");
    private static final List<String> LAST_NAMES =
            List.of("Abel", "Brandt", "Castro", "Doyle", "Ebert", "Fuchs", "Grady", "Hale", "Ito", "Jansen", "Kline");
    private static final List<String> APPROACHES = List.of(
            "I begin slowly and let your breathing set the pace.",
            "Firm pressure only works when you can still relax under it, so I ask often.",
            "Many of my clients are careful with their joints, and I am too.",
            "We agree on a goal for the visit and look at it together afterwards.",
            "Short visits, often, do more for a stiff neck than one long one.");

    private static final List<Town> TOWNS = List.of(
            new Town("st-louis", "St. Louis", "MO", "63116", "America/Chicago", 38.627, -90.25),
            new Town("st-louis", "St. Louis", "MO", "63116", "America/Chicago", 38.627, -90.25),
            new Town("lakewood", "Lakewood", "CO", "80226", "America/Denver", 39.7047, -105.0814),
            new Town("lakewood", "Lakewood", "CO", "80226", "America/Denver", 39.7047, -105.0814),
            new Town("maplewood", "Maplewood", "MO", "63143", "America/Chicago", 38.6126, -90.3246));

    private VariedListings() {}

    record Town(String area, String city, String state, String zip, String zone, double lat, double lon) {}

    /** The therapists of these numbers, from inclusive, to exclusive. */
    static String csv(int from, int to) {
        return IntStream.range(from, to).mapToObj(VariedListings::row).collect(Collectors.joining("", header(), ""));
    }

    static String header() {
        return ManyListings.HEADER;
    }

    static String row(int number) {
        Random random = new Random(number);
        List<String> modalities = some(MODALITIES, 2 + random.nextInt(2), random);
        int price = 60 + 5 * random.nextInt(17);
        return String.join(
                        ",",
                        practice(number / PER_PRACTICE),
                        "load-" + number,
                        one(FIRST_NAMES, random) + " " + one(LAST_NAMES, random),
                        "",
                        List.of("woman", "woman", "man", "nonbinary").get(random.nextInt(4)),
                        "load-" + number + "@demo.example",
                        List.of("en", "en", "en;es", "en;vi", "en;bs").get(random.nextInt(5)),
                        String.join(";", modalities),
                        some(CONDITIONS, 2 + random.nextInt(3), random).stream()
                                .map(condition -> condition + ":" + random.nextInt(20))
                                .collect(Collectors.joining(";")),
                        "\"" + one(APPROACHES, random) + "\"",
                        ",,,",
                        modalities.stream()
                                .map(modality -> "%1$s-60|%1$s 60|%1$s|60|%2$d.00|15".formatted(modality, price))
                                .collect(Collectors.joining(";")),
                        "mon 09:00-12:00 13:00-17:00;tue 10:00-17:00;thu 10:00-17:00,true,true")
                + "\n";
    }

    private static String practice(int number) {
        Random random = new Random(-1L - number);
        Town town = one(TOWNS, random);
        return String.format(
                Locale.ROOT,
                "load-practice-%1$d,Practice %1$d,wellness-center,+13145550112,load-practice-%1$d@demo.example,main,"
                        + "House %1$d,%1$d Kiln Lane,%2$s,%3$s,%4$s,%5$s,%6$.5f,%7$.5f,%8$s,Acorn;Oak",
                number,
                town.city(),
                town.state(),
                town.zip(),
                town.area(),
                town.lat() + SPREAD_DEGREES * (random.nextDouble() - 0.5),
                town.lon() + SPREAD_DEGREES * (random.nextDouble() - 0.5),
                town.zone());
    }

    static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static <T> List<T> some(List<T> of, int count, Random random) {
        List<T> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }
}

package org.bodywork.allinone.benchmark;

import static org.bodywork.allinone.benchmark.VariedListings.CONDITIONS;
import static org.bodywork.allinone.benchmark.VariedListings.MODALITIES;
import static org.bodywork.allinone.benchmark.VariedListings.one;

import java.util.List;
import java.util.Random;

/** Searches by number, the same for the same number and no two alike: filtered, faceted, the nearest first. */
final class SomeSearches {

    /** Every second one asks for so little that thousands match. */
    private static final int BROAD = 2;

    private static final double SPREAD = 0.2;
    private static final int DIGITS = 1_000_000;

    private SomeSearches() {}

    static String path(int number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        StringBuilder path = new StringBuilder("/api/therapists?sort=distance&near=");
        boolean west = random.nextInt(5) < 2;
        path.append(rounded((west ? 39.7047 : 38.627) + SPREAD * (random.nextDouble() - 0.5)))
                .append(',')
                .append(rounded((west ? -105.0814 : -90.25) + SPREAD * (random.nextDouble() - 0.5)));
        return number % BROAD == 0 ? broad(path, random) : narrow(path, random);
    }

    private static String broad(StringBuilder path, Random random) {
        String filter = switch (random.nextInt(4)) {
            case 0 -> "&modality=" + one(MODALITIES, random);
            case 1 -> "&condition=" + one(CONDITIONS, random);
            case 2 -> "&gender=" + (random.nextBoolean() ? "woman" : "man");
            default -> "&maxPrice=120&language=" + one(List.of("en", "es", "vi"), random);
        };
        return path.append(filter).toString();
    }

    private static String narrow(StringBuilder path, Random random) {
        return path.append("&condition=")
                .append(one(CONDITIONS, random))
                .append("&modality=")
                .append(one(MODALITIES, random))
                .append("&maxPrice=")
                .append(70 + 10 * random.nextInt(6))
                .append("&radiusMiles=")
                .append(5 + random.nextInt(20))
                .append(random.nextBoolean() ? "&gender=woman" : "&language=es")
                .toString();
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DIGITS) / (double) DIGITS;
    }
}

package org.bodywork.allinone.benchmark;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where it is about noon while a benchmark runs, so that no reminder waits for the morning. */
final class Daytime {

    private Daytime() {}

    static ZoneId zone() {
        return Stream.of(
                        "America/Chicago",
                        "Pacific/Honolulu",
                        "Pacific/Auckland",
                        "Asia/Tokyo",
                        "Asia/Kolkata",
                        "Europe/Athens",
                        "America/Noronha")
                .map(ZoneId::of)
                .min(Comparator.comparingInt(Daytime::secondsFromNoon))
                .orElseThrow();
    }

    private static int secondsFromNoon(ZoneId zone) {
        return Math.abs(ZonedDateTime.now(zone).toLocalTime().toSecondOfDay() - LocalTime.NOON.toSecondOfDay());
    }
}

package org.bodywork.bookings.plan.adapter.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.bodywork.bookings.plan.domain.Measurement;
import org.bodywork.bookings.plan.domain.Score;
import org.bodywork.bookings.plan.domain.ScoredVisit;
import org.bodywork.bookings.site.SiteLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Pain over the visits of a plan, to be drawn as SVG: what it was before each, and what lasted. Whatever it shows stands
 * in the rows too.
 *
 * @param before the corners of a line, as SVG writes them; empty where fewer than two are known
 */
record CourseChart(List<Row> rows, List<Dot> dots, String before, String lasting) {

    private static final int LEFT = 30;
    private static final int WIDTH = 290;
    private static final int TOP = 12;
    private static final int HEIGHT = 120;
    private static final int WORST = Measurement.WORST;
    private static final String UNKNOWN = "–";

    static CourseChart of(List<ScoredVisit> visits, SiteLanguage language) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", language.locale());
        List<Row> rows = visits.stream().map(visit -> Row.of(visit, day)).toList();
        List<Dot> before = new ArrayList<>();
        List<Dot> lasting = new ArrayList<>();
        for (int at = 0; at < visits.size(); at++) {
            ScoredVisit visit = visits.get(at);
            int x = LEFT + 12 + (WIDTH - 24) * at / Math.max(1, visits.size() - 1);
            Measurement first = visit.before();
            if (first != null) {
                before.add(new Dot(x, y(first.pain()), "before"));
            }
            OptionalInt last = visit.lasting();
            if (last.isPresent()) {
                lasting.add(new Dot(x, y(last.getAsInt()), "lasting"));
            }
        }
        List<Dot> dots = new ArrayList<>(before);
        dots.addAll(lasting);
        return new CourseChart(rows, dots, line(before), line(lasting));
    }

    /** Whether there is anything to be seen. */
    public boolean isKnown() {
        return !dots.isEmpty();
    }

    private static int y(int pain) {
        return TOP + HEIGHT - HEIGHT * pain / WORST;
    }

    private static String line(List<Dot> dots) {
        return dots.size() < 2
                ? ""
                : dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
    }

    /** One pain that is known. */
    record Dot(int x, int y, String kind) {}

    /** A visit in words. */
    record Row(
            String on,
            String before,
            String after,
            String day1,
            String day3,
            String motion,
            String function,
            boolean flag) {

        static Row of(ScoredVisit visit, DateTimeFormatter day) {
            LocalDate on = visit.on();
            Measurement before = visit.before();
            Measurement after = visit.after();
            return new Row(
                    day.format(on),
                    pain(before),
                    pain(after),
                    pain(visit.day1()),
                    pain(visit.day3()),
                    both(before == null ? null : before.motion(), after == null ? null : after.motion(), " °"),
                    both(before == null ? null : before.function(), after == null ? null : after.function(), ""),
                    flag(visit.day1()) || flag(visit.day3()));
        }

        private static String pain(@Nullable Measurement known) {
            return known == null ? UNKNOWN : Integer.toString(known.pain());
        }

        private static String pain(@Nullable Score known) {
            return known == null ? UNKNOWN : Integer.toString(known.pain());
        }

        private static boolean flag(@Nullable Score known) {
            return known != null && known.raisesFlag();
        }

        private static String both(@Nullable Integer one, @Nullable Integer other, String unit) {
            return one == null && other == null ? UNKNOWN : text(one, unit) + " → " + text(other, unit);
        }

        private static String text(@Nullable Integer number, String unit) {
            return Optional.ofNullable(number).map(known -> known + unit).orElse(UNKNOWN);
        }
    }
}

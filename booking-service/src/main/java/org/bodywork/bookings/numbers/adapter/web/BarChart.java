package org.bodywork.bookings.numbers.adapter.web;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Shares of a hundred as bars, to be drawn as SVG. Whatever it shows stands in a table too.
 *
 * @param name of what is shown, as its sentences are called
 * @param lines where the eye can rest
 * @param first names the first bar, as {@code last} the last
 */
record BarChart(String name, List<Bar> bars, List<Line> lines, String first, String last) {

    static final int WIDTH = 340;
    static final int HEIGHT = 180;

    private static final int LEFT = 48;
    private static final int RIGHT = WIDTH - 4;
    private static final int TOP = 14;
    private static final int BOTTOM = 148;
    private static final int WHOLE = 100;
    private static final int STEP = 50;
    private static final double FILLED = 0.72;

    static BarChart of(String name, List<String> weeks, List<OptionalInt> shares) {
        int highest = shares.stream().mapToInt(share -> share.orElse(0)).max().orElse(0);
        int top = Math.max(WHOLE, (highest + STEP - 1) / STEP * STEP);
        double room = (double) (RIGHT - LEFT) / Math.max(1, shares.size());
        List<Bar> bars = IntStream.range(0, shares.size())
                .filter(at -> shares.get(at).isPresent())
                .mapToObj(at -> bar(weeks.get(at), shares.get(at).getAsInt(), at, room, top))
                .toList();
        List<Line> lines = IntStream.iterate(0, share -> share <= top, share -> share + STEP)
                .mapToObj(share -> new Line(share, text(y(share, top))))
                .toList();
        return new BarChart(name, bars, lines, weeks.getFirst(), weeks.getLast());
    }

    private static Bar bar(String week, int share, int at, double room, int top) {
        double y = y(share, top);
        return new Bar(
                week,
                share,
                text(LEFT + at * room + room * (1 - FILLED) / 2),
                text(y),
                text(room * FILLED),
                // What is there and nothing, a flat line: a week without anything to have a share of has no bar.
                text(Math.max(2, BOTTOM - y)));
    }

    private static double y(int share, int top) {
        return BOTTOM - (double) share * (BOTTOM - TOP) / top;
    }

    private static String text(double place) {
        return Long.toString(Math.round(place));
    }

    /** One share of a hundred. */
    record Bar(String week, int share, String x, String y, String width, String height) {}

    /** A line across at that share. */
    record Line(int share, String y) {}
}

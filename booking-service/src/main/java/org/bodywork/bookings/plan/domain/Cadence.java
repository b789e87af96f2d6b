package org.bodywork.bookings.plan.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many days lie between two visits.
 *
 * @param days from 1 to {@value #MOST_DAYS}
 */
public record Cadence(int days) {

    public static final int MOST_DAYS = 84;

    private static final int WEEK = 7;
    private static final Pattern TEXT = Pattern.compile("P([0-9]{1,2})([DW])");

    public Cadence {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("no cadence: " + days);
        }
    }

    /** Empty for what is none: of days or weeks, in the form of ISO 8601, such as {@code P1W} or {@code P10D}. */
    public static Optional<Cadence> of(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        int days = Integer.parseInt(found.group(1)) * (found.group(2).equals("W") ? WEEK : 1);
        return days >= 1 && days <= MOST_DAYS ? Optional.of(new Cadence(days)) : Optional.empty();
    }

    public LocalDate after(LocalDate visit) {
        return visit.plusDays(days);
    }

    /** Twice the time between, as far as that goes. */
    public Cadence wider() {
        return new Cadence(Math.min(MOST_DAYS, days * 2));
    }

    public boolean isWeeks() {
        return days % WEEK == 0;
    }

    /** As {@link #of} reads it. */
    public String text() {
        return isWeeks() ? "P" + days / WEEK + "W" : "P" + days + "D";
    }
}

package org.bodywork.therapists.listing.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** How often time off comes again. */
public enum Repeats {
    NEVER(Integer.MAX_VALUE) {
        @Override
        LocalDateTime later(LocalDateTime first, long times) {
            return first;
        }

        @Override
        long timesUntil(LocalDate first, LocalDate date) {
            return 0;
        }
    },
    WEEKLY(7) {
        @Override
        LocalDateTime later(LocalDateTime first, long times) {
            return first.plusWeeks(times);
        }

        @Override
        long timesUntil(LocalDate first, LocalDate date) {
            return Math.floorDiv(ChronoUnit.DAYS.between(first, date), 7L);
        }
    },
    /** The twenty-ninth of February is its eve in years that have none. */
    YEARLY(365) {
        @Override
        LocalDateTime later(LocalDateTime first, long times) {
            return first.plusYears(times);
        }

        @Override
        long timesUntil(LocalDate first, LocalDate date) {
            return (long) date.getYear() - first.getYear();
        }
    };

    private final int mostDays;

    Repeats(int mostDays) {
        this.mostDays = mostDays;
    }

    /** How long one may last, in days, without running into the next. */
    public int mostDays() {
        return mostDays;
    }

    abstract LocalDateTime later(LocalDateTime first, long times);

    /** The number of the last that can have begun by that date, counted from 0; negative before all of them. */
    abstract long timesUntil(LocalDate first, LocalDate date);
}

package org.bodywork.bookings.opening.adapter.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bodywork.bookings.QueryDates;
import org.bodywork.bookings.QueryParameters;

/** The dates of a question, both inclusive; empty where one of them is wrong, which is then told as a fault. */
record QueriedDates(Optional<LocalDate> from, Optional<LocalDate> to) {

    static QueriedDates read(QueryParameters parameters, int mostDays) {
        Optional<LocalDate> from = parameters.one("from", "Must be one date, such as 2026-12-01.", QueryDates::date);
        Optional<LocalDate> to = parameters.one("to", "Must be one date, such as 2026-12-07.", QueryDates::date);
        if (from.isPresent() && to.isPresent()) {
            check(from.get(), to.get(), mostDays, parameters);
        }
        return new QueriedDates(from, to);
    }

    private static void check(LocalDate from, LocalDate to, int mostDays, QueryParameters parameters) {
        if (to.isBefore(from)) {
            parameters.fault("to", "Must not be before from.");
        } else if (ChronoUnit.DAYS.between(from, to) >= mostDays) {
            parameters.fault("to", "Must be at most %d days, both ends counted.".formatted(mostDays));
        }
    }
}

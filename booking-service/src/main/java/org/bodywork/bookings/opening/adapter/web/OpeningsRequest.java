package org.bodywork.bookings.opening.adapter.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.bookings.QueryDates;
import org.bodywork.bookings.QueryParameters;
import org.bodywork.bookings.opening.application.OpeningsQuery;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.springframework.util.MultiValueMap;

/** Reads the query parameters of a question for openings and names each wrong one. */
final class OpeningsRequest {

    private static final int MOST_DAYS = 62;

    private OpeningsRequest() {}

    static OpeningsQuery read(MultiValueMap<String, String> given) {
        QueryParameters parameters = new QueryParameters(given);
        Optional<UUID> therapist = parameters.id("therapistId");
        Optional<UUID> treatment = parameters.id("treatmentId");
        Optional<LocalDate> from = parameters.one("from", "Must be one date, such as 2026-12-01.", QueryDates::date);
        Optional<LocalDate> to = parameters.one("to", "Must be one date, such as 2026-12-07.", QueryDates::date);
        if (from.isPresent() && to.isPresent()) {
            checkRange(from.get(), to.get(), parameters);
        }
        parameters.refuseIfWrong();
        return new OpeningsQuery(
                new TherapistId(therapist.orElseThrow()),
                new TreatmentId(treatment.orElseThrow()),
                from.orElseThrow(),
                to.orElseThrow());
    }

    private static void checkRange(LocalDate from, LocalDate to, QueryParameters parameters) {
        if (to.isBefore(from)) {
            parameters.fault("to", "Must not be before from.");
        } else if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            parameters.fault("to", "Must be at most %d days, both ends counted.".formatted(MOST_DAYS));
        }
    }
}

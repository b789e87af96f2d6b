package org.bodywork.bookings.opening.adapter.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bodywork.bookings.QueryDates;
import org.bodywork.bookings.opening.application.OpeningsQuery;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.util.MultiValueMap;

/** Reads the query parameters of a question for openings and names each wrong one. */
final class OpeningsRequest {

    private static final int MOST_DAYS = 62;

    private final MultiValueMap<String, String> parameters;
    private final List<FieldFault> faults = new ArrayList<>();

    private OpeningsRequest(MultiValueMap<String, String> parameters) {
        this.parameters = parameters;
    }

    static OpeningsQuery read(MultiValueMap<String, String> parameters) {
        return new OpeningsRequest(parameters).query();
    }

    private OpeningsQuery query() {
        Optional<UUID> therapist = read("therapistId", "Must be one id.", OpeningsRequest::id);
        Optional<UUID> treatment = read("treatmentId", "Must be one id.", OpeningsRequest::id);
        Optional<LocalDate> from = read("from", "Must be one date, such as 2026-12-01.", QueryDates::date);
        Optional<LocalDate> to = read("to", "Must be one date, such as 2026-12-07.", QueryDates::date);
        if (from.isPresent() && to.isPresent()) {
            checkRange(from.get(), to.get());
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return new OpeningsQuery(
                new TherapistId(therapist.orElseThrow()),
                new TreatmentId(treatment.orElseThrow()),
                from.orElseThrow(),
                to.orElseThrow());
    }

    private void checkRange(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            faults.add(new FieldFault("/to", "Must not be before from."));
        } else if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            faults.add(new FieldFault("/to", "Must be at most %d days, both ends counted.".formatted(MOST_DAYS)));
        }
    }

    private <T> Optional<T> read(String name, String fault, Function<String, T> reader) {
        List<String> given = parameters.getOrDefault(name, List.of());
        if (given.size() == 1 && given.getFirst() != null) {
            try {
                return Optional.of(reader.apply(given.getFirst()));
            } catch (IllegalArgumentException | DateTimeException e) {
                // Told below, together with what is missing.
            }
        }
        faults.add(new FieldFault("/" + name, fault));
        return Optional.empty();
    }

    /** Only the full form: {@link UUID#fromString} alone takes abbreviations. */
    private static UUID id(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("abbreviated");
        }
        return id;
    }
}

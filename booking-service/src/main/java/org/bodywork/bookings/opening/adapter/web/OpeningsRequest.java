package org.bodywork.bookings.opening.adapter.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.bookings.QueryParameters;
import org.bodywork.bookings.opening.application.FindOpeningsForTwo;
import org.bodywork.bookings.opening.application.OpeningsQuery;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.util.MultiValueMap;

/** Reads the query parameters of a question for one therapist's openings and names each wrong one. */
final class OpeningsRequest {

    private static final int MOST_DAYS = 62;
    private static final String COMPANION = "companionTherapistId";

    private OpeningsRequest() {}

    static boolean isForTwo(MultiValueMap<String, String> given) {
        return given.containsKey(COMPANION) || given.containsKey("companionTreatmentId");
    }

    /**
     * The question for two who come together, each to a therapist of their own.
     *
     * @throws InvalidRequest with every fault found
     */
    static FindOpeningsForTwo.Question readForTwo(MultiValueMap<String, String> given) {
        QueryParameters parameters = new QueryParameters(given);
        Optional<UUID> therapist = parameters.id("therapistId");
        Optional<UUID> treatment = parameters.id("treatmentId");
        Optional<UUID> other = parameters.id(COMPANION);
        Optional<UUID> theirs = parameters.id("companionTreatmentId");
        QueriedDates dates = QueriedDates.read(parameters, MOST_DAYS);
        if (other.isPresent() && other.equals(therapist)) {
            parameters.fault(COMPANION, "Must be another therapist than the first.");
        }
        parameters.refuseIfWrong();
        LocalDate from = dates.from().orElseThrow();
        LocalDate to = dates.to().orElseThrow();
        return new FindOpeningsForTwo.Question(
                query(therapist.orElseThrow(), treatment.orElseThrow(), from, to),
                query(other.orElseThrow(), theirs.orElseThrow(), from, to));
    }

    private static OpeningsQuery query(UUID therapist, UUID treatment, LocalDate from, LocalDate to) {
        return new OpeningsQuery(new TherapistId(therapist), new TreatmentId(treatment), from, to);
    }

    /**
     * The question.
     *
     * @throws InvalidRequest with every fault found
     */
    static OpeningsQuery read(MultiValueMap<String, String> given) {
        QueryParameters parameters = new QueryParameters(given);
        Optional<UUID> therapist = parameters.id("therapistId");
        Optional<UUID> treatment = parameters.id("treatmentId");
        QueriedDates dates = QueriedDates.read(parameters, MOST_DAYS);
        parameters.refuseIfWrong();
        return query(
                therapist.orElseThrow(),
                treatment.orElseThrow(),
                dates.from().orElseThrow(),
                dates.to().orElseThrow());
    }
}

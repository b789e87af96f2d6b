package org.bodywork.bookings.opening.adapter.web;

import java.util.Optional;
import java.util.UUID;
import org.bodywork.bookings.QueryParameters;
import org.bodywork.bookings.opening.application.OpeningsQuery;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.util.MultiValueMap;

/** Reads the query parameters of a question for one therapist's openings and names each wrong one. */
final class OpeningsRequest {

    private static final int MOST_DAYS = 62;

    private OpeningsRequest() {}

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
        return new OpeningsQuery(
                new TherapistId(therapist.orElseThrow()),
                new TreatmentId(treatment.orElseThrow()),
                dates.from().orElseThrow(),
                dates.to().orElseThrow());
    }
}

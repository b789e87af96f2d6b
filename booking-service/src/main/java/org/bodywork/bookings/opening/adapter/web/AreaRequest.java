package org.bodywork.bookings.opening.adapter.web;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bodywork.bookings.QueryParameters;
import org.bodywork.bookings.opening.application.AreaQuery;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Vocabulary;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.util.MultiValueMap;

/** Reads the query parameters of a question for an area's openings and names each wrong one. */
final class AreaRequest {

    private static final int MOST_DAYS = 31;
    private static final int MOST_MINUTES = 24 * 60;

    private AreaRequest() {}

    /**
     * The question.
     *
     * @throws InvalidRequest with every fault found
     */
    static AreaQuery read(MultiValueMap<String, String> given) {
        QueryParameters parameters = new QueryParameters(given);
        Need need = new Need(
                words(parameters, "area", Vocabulary.AREAS),
                words(parameters, "modality", Vocabulary.MODALITIES),
                words(parameters, "condition", Vocabulary.CONDITIONS),
                words(parameters, "gender", Vocabulary.GENDERS),
                parameters.all("minutes", "Must be a whole number of minutes, such as 60.", AreaRequest::minutes));
        QueriedDates dates = QueriedDates.read(parameters, MOST_DAYS);
        var after = parameters.optional("after", "Must be the next of an earlier answer.", AreaRequest::therapist);
        for (String name : Set.of("therapistId", "treatmentId")) {
            if (parameters.has(name)) {
                parameters.fault(name, "Must be left out where an area is asked for.");
            }
        }
        parameters.refuseIfWrong();
        return new AreaQuery(need, dates.from().orElseThrow(), dates.to().orElseThrow(), after.orElse(null));
    }

    private static Set<String> words(QueryParameters parameters, String name, Set<String> known) {
        Function<String, String> reader = word -> {
            if (!known.contains(word)) {
                throw new IllegalArgumentException("unknown");
            }
            return word;
        };
        return parameters.all(name, "Must be one of " + String.join(", ", new TreeSet<>(known)) + ".", reader);
    }

    private static Integer minutes(String text) {
        int minutes = Integer.parseInt(text);
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("out of range");
        }
        return minutes;
    }

    private static TherapistId therapist(String text) {
        TherapistId id = TherapistId.of(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("abbreviated");
        }
        return id;
    }
}

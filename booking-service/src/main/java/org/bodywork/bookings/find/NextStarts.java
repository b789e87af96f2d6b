package org.bodywork.bookings.find;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bodywork.bookings.opening.application.FindOpenings;
import org.bodywork.bookings.opening.application.Freshness;
import org.bodywork.bookings.opening.application.OpeningsQuery;
import org.bodywork.bookings.opening.application.ShownDay;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The starts that pages offer, out of the answers that are remembered for everybody who asks. */
@Component
final class NextStarts {

    private final FindOpenings openings;

    NextStarts(FindOpenings openings) {
        this.openings = openings;
    }

    /** Of each question the days, in order; nothing of a treatment that cannot be booked now. */
    Mono<Map<OpeningsQuery, List<ShownDay>>> of(List<OpeningsQuery> questions) {
        return openings.findAll(questions, Freshness.REMEMBERED)
                .map(answers -> answers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, answer -> answer.getValue().days())));
    }
}

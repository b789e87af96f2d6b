package org.bodywork.bookings.editing;

import java.time.ZonedDateTime;
import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.editing.ListingCalls.AffectedVisit;
import org.bodywork.bookings.editing.ListingCalls.Outcome;
import org.bodywork.bookings.handover.application.SickTime;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes time off like its page does; the visits it touches are known, because they are the ones handed over. */
@Component
final class EnterSickTime implements SickTime {

    private final ListingCalls calls;

    EnterSickTime(ListingCalls calls) {
        this.calls = calls;
    }

    @Override
    public Mono<Boolean> enter(TherapistId therapist, ZonedDateTime from, ZonedDateTime until, String token) {
        ObjectNode timeOff = JsonMapper.shared().createObjectNode();
        timeOff.put("from", OffsetTimes.text(from)).put("to", OffsetTimes.text(until));
        return calls.takeTimeOff(therapist, timeOff, null, List.of(), token)
                .flatMap(outcome -> outcome instanceof Outcome.VisitsAffected affected
                        ? calls.takeTimeOff(
                                therapist,
                                timeOff,
                                null,
                                affected.visits().stream()
                                        .map(AffectedVisit::id)
                                        .toList(),
                                token)
                        : Mono.just(outcome))
                .map(Outcome.Saved.class::isInstance);
    }
}

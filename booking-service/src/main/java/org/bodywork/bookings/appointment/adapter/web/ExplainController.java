package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.QueryParameters;
import org.bodywork.bookings.appointment.application.ExplainStart;
import org.bodywork.bookings.opening.domain.Hindrance;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.security.Caller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Openings")
class ExplainController {

    private static final String NO_TIME =
            "Must be one date and time with its offset, such as 2026-12-01T10:00:00-06:00.";

    private final ExplainStart starts;

    ExplainController(ExplainStart starts) {
        this.starts = starts;
    }

    @GetMapping("/api/openings/explain")
    @Operation(summary = "For staff: why a start is no opening, or that it is one")
    @Parameter(name = "therapistId", required = true)
    @Parameter(name = "treatmentId", required = true)
    @Parameter(name = "at", required = true, description = "The start, such as 2026-12-01T10:00:00-06:00")
    Mono<ExplanationView> explain(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        QueryParameters parameters = new QueryParameters(given);
        Optional<UUID> therapist = parameters.id("therapistId");
        Optional<UUID> treatment = parameters.id("treatmentId");
        Optional<Instant> start = parameters.one(
                "at", NO_TIME, text -> OffsetTimes.read(text).orElseThrow(IllegalArgumentException::new));
        parameters.refuseIfWrong();
        return starts.explain(
                        new TherapistId(therapist.orElseThrow()),
                        new TreatmentId(treatment.orElseThrow()),
                        start.orElseThrow(),
                        Colleagues.of(caller))
                .map(hindrances -> new ExplanationView(hindrances.isEmpty(), hindrances));
    }

    /** What keeps clients from booking a start; nothing when it is an opening. */
    record ExplanationView(boolean opening, List<Hindrance> hindrances) {}
}

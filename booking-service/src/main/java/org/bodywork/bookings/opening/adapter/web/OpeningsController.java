package org.bodywork.bookings.opening.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.bookings.opening.application.FindOpenings;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Openings")
class OpeningsController {

    private final FindOpenings openings;

    OpeningsController(FindOpenings openings) {
        this.openings = openings;
    }

    @GetMapping("/api/openings")
    @Operation(summary = "Starts that can be booked with one therapist, for at most 62 days")
    @Parameter(name = "therapistId", required = true)
    @Parameter(name = "treatmentId", required = true)
    @Parameter(name = "from", required = true, description = "First date, in the therapist's zone")
    @Parameter(name = "to", required = true, description = "Last date, inclusive")
    Mono<OpeningsView> openings(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        return openings.find(OpeningsRequest.read(parameters)).map(OpeningsView::of);
    }
}

package org.bodywork.bookings.opening.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.bookings.opening.application.FindAreaOpenings;
import org.bodywork.bookings.opening.application.FindOpenings;
import org.bodywork.bookings.opening.application.Shown;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Openings")
class OpeningsController {

    static final String PATH = "/api/openings";

    private final FindOpenings openings;
    private final FindAreaOpenings areas;

    OpeningsController(FindOpenings openings, FindAreaOpenings areas) {
        this.openings = openings;
        this.areas = areas;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Starts that can be booked, with one therapist or with everybody in an area",
            description = "Either `therapistId` and `treatmentId`, for at most 62 days, or `area`, for at most 31 days "
                    + "and 50 therapists at a time. Of repeated words any will do.")
    @Parameter(name = "therapistId")
    @Parameter(name = "treatmentId")
    @Parameter(name = "area", description = "st-louis finds Maplewood too; may be repeated, like the next four")
    @Parameter(name = "modality")
    @Parameter(name = "condition")
    @Parameter(name = "gender")
    @Parameter(name = "minutes")
    @Parameter(name = "from", required = true, description = "First date, in the therapist's zone")
    @Parameter(name = "to", required = true, description = "Last date, inclusive")
    @Parameter(name = "after", description = "The `next` of the part before")
    @ApiResponse(
            responseCode = "200",
            description = "Of one therapist the zone and the days; of an area items with these, and next",
            content = @Content(schema = @Schema(oneOf = {OpeningsView.class, AreaOpeningsView.class})))
    Mono<byte[]> openings(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        return parameters.containsKey("area")
                ? areas.find(AreaRequest.read(parameters)).map(AreaOpeningsView::text)
                : openings.find(OpeningsRequest.read(parameters)).map(Shown::json);
    }
}

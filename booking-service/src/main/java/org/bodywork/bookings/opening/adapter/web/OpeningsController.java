package org.bodywork.bookings.opening.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.bookings.opening.application.FindAreaOpenings;
import org.bodywork.bookings.opening.application.FindOpenings;
import org.bodywork.bookings.opening.application.FindOpeningsForTwo;
import org.bodywork.bookings.opening.application.Freshness;
import org.bodywork.bookings.opening.application.Shown;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Openings")
class OpeningsController {

    static final String PATH = "/api/openings";

    private final FindOpenings openings;
    private final FindOpeningsForTwo forTwo;
    private final FindAreaOpenings areas;

    OpeningsController(FindOpenings openings, FindOpeningsForTwo forTwo, FindAreaOpenings areas) {
        this.openings = openings;
        this.forTwo = forTwo;
        this.areas = areas;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Starts that can be booked, with one therapist or with everybody in an area",
            description = "Either `therapistId` and `treatmentId`, for at most 62 days, or `area`, for at most 31 days "
                    + "and 50 therapists at a time. With `companionTherapistId` and `companionTreatmentId` the starts at "
                    + "which two people can come together, each to one of both. Of repeated words any will do. `Cache-Control: no-cache` has the "
                    + "answer computed afresh.")
    @Parameter(name = "therapistId")
    @Parameter(name = "treatmentId")
    @Parameter(name = "companionTherapistId")
    @Parameter(name = "companionTreatmentId")
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
    Mono<byte[]> openings(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return find(parameters, headers).map(Shown::json);
    }

    /**
     * The answer to either question.
     *
     * @throws InvalidRequest with every fault found
     */
    Mono<Shown> find(MultiValueMap<String, String> parameters, HttpHeaders headers) {
        if (parameters.containsKey("area")) {
            return areas.find(AreaRequest.read(parameters), freshness(headers));
        }
        return OpeningsRequest.isForTwo(parameters)
                ? forTwo.find(OpeningsRequest.readForTwo(parameters), freshness(headers))
                : openings.find(OpeningsRequest.read(parameters), freshness(headers));
    }

    /** Whoever does not trust what is remembered says so as RFC 9111 has it. */
    private static Freshness freshness(HttpHeaders headers) {
        String wanted = headers.getFirst(HttpHeaders.CACHE_CONTROL);
        return wanted != null && wanted.contains("no-cache") ? Freshness.AFRESH : Freshness.REMEMBERED;
    }
}

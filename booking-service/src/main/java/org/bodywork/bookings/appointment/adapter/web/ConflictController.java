package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.QueryParameters;
import org.bodywork.bookings.appointment.application.FindConflicts;
import org.bodywork.bookings.appointment.application.FindConflicts.Found;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.Conflict;
import org.bodywork.bookings.appointment.domain.Conflict.Remedy;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.Hindrance;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Visits that stand where they could not be booked any more. */
@RestController
@Tag(name = "Appointments, for staff")
class ConflictController {

    private static final String THERAPIST = "therapistId";

    private final FindConflicts conflicts;

    ConflictController(FindConflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GetMapping("/api/conflicts")
    @Operation(
            summary = "Visits under time off or a holiday, outside changed hours, or after the licence has lapsed",
            description = "In order of start. An answer may hold fewer than `size` and still have a `next`.")
    @Parameter(name = "therapistId", description = "Only this therapist's")
    @Parameter(name = "from", description = "First local date of start")
    @Parameter(name = "to", description = "Last local date of start, inclusive")
    @Parameter(name = "after", description = "The `next` of the part before")
    @Parameter(name = "size", description = "1 to 100, 20 when not given")
    @ApiResponse(responseCode = "404", description = "No such therapist, or of another practice")
    Mono<ConflictsView> conflicts(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) Caller caller) {
        StaffQuery query = StaffListRequest.read(parameters, Colleagues.of(caller));
        return conflicts.find(query, therapist(parameters)).map(ConflictsView::of);
    }

    private static @Nullable TherapistId therapist(MultiValueMap<String, String> given) {
        if (!given.containsKey(THERAPIST)) {
            return null;
        }
        QueryParameters parameters = new QueryParameters(given);
        TherapistId therapist = parameters.id(THERAPIST).map(TherapistId::new).orElse(null);
        parameters.refuseIfWrong();
        return therapist;
    }

    /**
     * A part of a list.
     *
     * @param next what {@code after} continues with; absent at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConflictsView(List<ConflictView> items, @Nullable String next) {

        static ConflictsView of(Found found) {
            return new ConflictsView(
                    found.conflicts().stream().map(ConflictView::of).toList(),
                    found.next() == null ? null : StaffListRequest.write(found.next()));
        }
    }

    /**
     * One visit.
     *
     * @param reasons why it could not be booked there any more
     * @param actions what staff can do about it
     */
    record ConflictView(
            String id,
            String therapistId,
            Status status,
            String start,
            String end,
            String zone,
            List<Hindrance> reasons,
            List<ActionView> actions) {

        static ConflictView of(Conflict conflict) {
            String id = conflict.visit().id().toString();
            Visit visit = conflict.visit().state().visit();
            return new ConflictView(
                    id,
                    visit.part().therapist().toString(),
                    conflict.visit().status(),
                    OffsetTimes.text(visit.zonedStart()),
                    OffsetTimes.text(visit.zonedEnd()),
                    visit.zone().getId(),
                    conflict.reasons(),
                    conflict.remedies().stream()
                            .map(remedy -> ActionView.of(remedy, id))
                            .toList());
        }
    }

    /** Where to POST to do something about it. */
    record ActionView(String name, String href) {

        static ActionView of(Remedy remedy, String id) {
            String name = remedy.name().toLowerCase(Locale.ROOT);
            return new ActionView(name, "/api/appointments/" + id + "/" + name);
        }
    }
}

package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.AcceptRequest;
import org.bodywork.bookings.appointment.application.CancelVisit;
import org.bodywork.bookings.appointment.application.DeclineRequest;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.application.RecordAttendance;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.application.StaffQuery.Position;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What staff see of appointments and do to them. */
@RestController
@RequestMapping("/api/appointments")
@Tag(name = "Appointments, for staff")
class StaffController {

    private final StaffAppointments appointments;
    private final AcceptRequest accept;
    private final DeclineRequest decline;
    private final CancelVisit cancel;
    private final MoveVisit moves;
    private final RecordAttendance attendance;
    private final StaffVisits visits;

    StaffController(
            StaffAppointments appointments,
            AcceptRequest accept,
            DeclineRequest decline,
            CancelVisit cancel,
            MoveVisit moves,
            RecordAttendance attendance,
            StaffVisits visits) {
        this.appointments = appointments;
        this.accept = accept;
        this.decline = decline;
        this.cancel = cancel;
        this.moves = moves;
        this.attendance = attendance;
        this.visits = visits;
    }

    @GetMapping
    @Operation(summary = "Appointments in order of start: a manager's practice, a therapist's own")
    @Parameter(name = "from", description = "First local date of start")
    @Parameter(name = "to", description = "Last local date of start, inclusive")
    @Parameter(name = "status", description = "May be repeated")
    @Parameter(name = "after", description = "The `next` of the part before")
    @Parameter(name = "size", description = "1 to 100, 20 when not given")
    Mono<ListView> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) Caller caller) {
        StaffQuery query = StaffListRequest.read(parameters, Colleagues.of(caller));
        return appointments.list(query).collectList().flatMap(found -> listView(found, query));
    }

    @GetMapping("/{id}")
    @Operation(summary = "The whole of an appointment")
    Mono<ResponseEntity<StaffVisitView>> one(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return appointments
                .byId(known(id), Colleagues.of(caller))
                .flatMap(visit -> visits.tagged(visit, Colleagues.of(caller)));
    }

    @PostMapping("/{id}/accept")
    @Operation(summary = "Confirm a request, or the time that the client wants instead")
    Mono<StaffVisitView> accept(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return accept.accept(known(id), Colleagues.of(caller))
                .flatMap(visit -> visits.view(visit, Colleagues.of(caller)));
    }

    @PostMapping("/{id}/decline")
    @Operation(summary = "Turn down a request, or the time that the client wants instead")
    Mono<StaffVisitView> decline(
            @PathVariable String id, @RequestBody Reason reason, @Parameter(hidden = true) Caller caller) {
        return decline.decline(known(id), Colleagues.of(caller), reason.reason())
                .flatMap(visit -> visits.view(visit, Colleagues.of(caller)));
    }

    @PostMapping("/{id}/propose")
    @Operation(summary = "Answer with another time, held until the client has answered")
    Mono<StaffVisitView> propose(
            @PathVariable String id, @RequestBody NewStart wish, @Parameter(hidden = true) Caller caller) {
        return moves.propose(known(id), Colleagues.of(caller), wish.instant())
                .flatMap(visit -> visits.view(visit, Colleagues.of(caller)));
    }

    @PostMapping("/{id}/reschedule")
    @Operation(summary = "Move a confirmed visit; notice and horizon do not bind staff, other rules may be overridden")
    Mono<StaffVisitView> reschedule(
            @PathVariable String id, @RequestBody NewStartWithReason wish, @Parameter(hidden = true) Caller caller) {
        return moves.byStaff(known(id), wish.by(Colleagues.of(caller)), wish.instant())
                .flatMap(visit -> visits.view(visit, Colleagues.of(caller)));
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Cancel a confirmed visit for the therapist")
    Mono<StaffVisitView> cancel(
            @PathVariable String id, @RequestBody Reason reason, @Parameter(hidden = true) Caller caller) {
        return cancel.cancel(known(id), Colleagues.of(caller), reason.reason())
                .flatMap(visit -> visits.view(visit, Colleagues.of(caller)));
    }

    @PostMapping("/{id}/check-in")
    @Operation(summary = "The client has come; on the local day of the visit at the earliest")
    Mono<StaffVisitView> checkIn(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return attendance
                .checkIn(known(id), Colleagues.of(caller))
                .flatMap(visit -> visits.view(visit, Colleagues.of(caller)));
    }

    @PostMapping("/{id}/complete")
    @Operation(
            summary = "The visit took place; after the check-in and not before its start",
            description = "The body may be left out. What is noted down is kept encrypted and sent to nobody.")
    Mono<StaffVisitView> complete(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable CompleteRequest request,
            @Parameter(hidden = true) Caller caller) {
        CompleteRequest noted = request == null ? CompleteRequest.NOTHING_NOTED : request;
        return attendance
                .complete(known(id), Colleagues.of(caller), noted.outcome())
                .flatMap(visit -> visits.view(visit, Colleagues.of(caller)));
    }

    @PostMapping("/{id}/no-show")
    @Operation(summary = "Nobody came; not before the start of the visit")
    Mono<StaffVisitView> noShow(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return attendance
                .noShow(known(id), Colleagues.of(caller))
                .flatMap(visit -> visits.view(visit, Colleagues.of(caller)));
    }

    /** One more than asked for was looked for, to know whether the list goes on. */
    private Mono<ListView> listView(List<Appointment> found, StaffQuery query) {
        int size = query.size();
        List<Appointment> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? StaffListRequest.write(positionOf(shown.getLast())) : null;
        return Flux.fromIterable(shown)
                .concatMap(visit -> visits.view(visit, query.asking()))
                .collectList()
                .map(items -> new ListView(items, next));
    }

    private static Position positionOf(Appointment appointment) {
        return new Position(appointment.state().visit().start(), appointment.id());
    }

    private static AppointmentId known(String id) {
        return PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
    }

    /**
     * A part of a list.
     *
     * @param next what {@code after} continues with; absent at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListView(List<StaffVisitView> items, @Nullable String next) {}
}

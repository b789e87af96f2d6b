package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.CorrectClient;
import org.bodywork.bookings.appointment.application.NoteForStaff;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.web.SeenVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What staff put right on an appointment; each edit names the version it was made on. */
@RestController
@RequestMapping("/api/appointments/{id}")
@Tag(name = "Appointments, for staff")
class CorrectionController {

    private final CorrectClient correct;
    private final NoteForStaff notes;
    private final StaffVisits visits;

    CorrectionController(CorrectClient correct, NoteForStaff notes, StaffVisits visits) {
        this.correct = correct;
        this.notes = notes;
        this.visits = visits;
    }

    @PutMapping("/client")
    @Operation(summary = "Correct the client's name, email and phone while the visit stands")
    @ApiResponse(responseCode = "409", description = "state-conflict; slot-taken: that person is elsewhere then")
    @ApiResponse(responseCode = "412", description = "Changed by somebody else since it was read")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    Mono<ResponseEntity<StaffVisitView>> correct(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CorrectClientRequest request,
            @Parameter(hidden = true) Caller caller) {
        long seen = SeenVersion.of(ifMatch);
        return Mono.fromCallable(request::correction)
                // Checking a phone number reads the rules of its country from the class path the first time.
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(correction -> correct.correct(known(id), seen, correction, Colleagues.of(caller)))
                .flatMap(visit -> visits.tagged(visit, Colleagues.of(caller)));
    }

    @PutMapping("/staff-note")
    @Operation(summary = "Note something on the visit for colleagues; a blank text clears it")
    @ApiResponse(responseCode = "412", description = "Changed by somebody else since it was read")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    Mono<ResponseEntity<StaffVisitView>> note(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody StaffNote note,
            @Parameter(hidden = true) Caller caller) {
        return notes.note(known(id), SeenVersion.of(ifMatch), note.noted(), Colleagues.of(caller))
                .flatMap(visit -> visits.tagged(visit, Colleagues.of(caller)));
    }

    private static AppointmentId known(String id) {
        return PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
    }
}

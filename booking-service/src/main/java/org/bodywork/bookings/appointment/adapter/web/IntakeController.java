package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.GivenIntake;
import org.bodywork.bookings.appointment.application.HandInIntake;
import org.bodywork.bookings.appointment.application.ReadIntake;
import org.bodywork.bookings.appointment.application.ReadIntake.Answered;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is asked before a visit, and who may read the answers. */
@RestController
@Tag(name = "Intake")
class IntakeController {

    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    private final IntakeForm form;
    private final HandInIntake answers;
    private final ReadIntake readings;

    IntakeController(IntakeForm form, HandInIntake answers, ReadIntake readings) {
        this.form = form;
        this.answers = answers;
        this.readings = readings;
    }

    @GetMapping(path = "/api/intake/form", produces = "application/schema+json")
    @Operation(summary = "The form as a JSON Schema, with its wording and its red flags")
    ResponseEntity<String> form() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KNOWN_FOR).cachePublic())
                .eTag("W/\"" + Digests.sha256Hex(form.text()) + "\"")
                .body(form.text());
    }

    @PutMapping("/api/manage/{secret}/intake")
    @Operation(
            summary = "Answer the form, or answer it anew, until the visit ends",
            description = "The body is checked against the form. The answers are kept encrypted and shown to the "
                    + "treating therapist only.")
    @ApiResponse(responseCode = "400", description = "Names each answer that is wrong, never what was answered")
    @ApiResponse(responseCode = "409", description = "state-conflict: the visit has ended")
    Mono<GivenView> answer(@PathVariable String secret, @RequestBody IntakeAnswers given) {
        GivenIntake intake = form.given(given.answers());
        return answers.handIn(secret, intake).map(visit -> GivenView.of(visit, intake));
    }

    @GetMapping("/api/appointments/{id}/intake")
    @Operation(
            summary = "The answers, for the treating therapist only",
            description = "Each reading is noted in the audit trail before it is answered.")
    @ApiResponse(responseCode = "403", description = "Whoever manages the practice does not treat the client")
    @ApiResponse(responseCode = "404", description = "No such visit of this therapist, or no answers")
    Mono<ResponseEntity<AnsweredView>> read(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        AppointmentId visit = PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
        return Mono.justOrEmpty(Colleagues.treating(caller))
                .switchIfEmpty(readings.refuse(visit, Colleagues.of(caller)))
                .flatMap(therapist -> readings.read(visit, therapist))
                .switchIfEmpty(Mono.error(Refusal.NoIntake::new))
                .map(answered ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(AnsweredView.of(answered)));
    }

    /**
     * What became of the answers.
     *
     * @param advice for a client whose answers raise a red flag
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GivenView(
            String id,
            boolean intakeNeeded,
            boolean reviewNeeded,
            @Nullable Advice advice) {

        static GivenView of(Appointment visit, GivenIntake intake) {
            return new GivenView(
                    visit.id().toString(),
                    visit.state().intakeNeeded(),
                    visit.state().reviewNeeded(),
                    Advice.on(intake, visit.state().client().language()));
        }
    }

    /**
     * What a client has answered.
     *
     * @param form the version of the form
     * @param answers as they were sent
     */
    record AnsweredView(
            String form, Instant at, @JsonRawValue String answers) {

        static AnsweredView of(Answered answered) {
            return new AnsweredView(answered.form(), answered.at(), answered.answers());
        }

        /** Shows nothing of anybody's health. */
        @Override
        public String toString() {
            return "answers";
        }
    }
}

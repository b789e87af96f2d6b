package org.bodywork.bookings.plan.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.plan.adapter.web.PlanView.VisitView;
import org.bodywork.bookings.plan.application.MeasureVisit;
import org.bodywork.bookings.plan.application.MeasureVisit.When;
import org.bodywork.bookings.plan.application.ReadPlan;
import org.bodywork.bookings.plan.application.WritePlan;
import org.bodywork.bookings.plan.domain.PlanEntry;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.web.SeenVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Plans and measurements, for the treating therapist only. */
@RestController
@Tag(name = "Plans")
class PlanController {

    private final WritePlan writing;
    private final ReadPlan reading;
    private final MeasureVisit measuring;

    PlanController(WritePlan writing, ReadPlan reading, MeasureVisit measuring) {
        this.writing = writing;
        this.reading = reading;
        this.measuring = measuring;
    }

    @PostMapping("/api/appointments/{id}/plan")
    @Operation(
            summary = "Make a treatment plan at a visit; the client is asked to agree",
            description =
                    "The same once more answers with the plan as it stands. Condition, goal and techniques are kept "
                            + "encrypted.")
    @ApiResponse(responseCode = "201", description = "Made")
    @ApiResponse(responseCode = "409", description = "plan-exists, or state-conflict: the client is not there yet")
    Mono<ResponseEntity<PlanView>> make(
            @PathVariable String id, @RequestBody PlanRequest request, @Parameter(hidden = true) Caller caller) {
        Colleague.Therapist therapist = treating(caller);
        return writing.make(visit(id), therapist, request.terms(), request.wording())
                .flatMap(plan -> reading.read(plan.id(), therapist))
                .map(known -> ResponseEntity.created(
                                URI.create("/api/plans/" + known.plan().id()))
                        .cacheControl(CacheControl.noStore())
                        .body(PlanView.forTherapist(known)));
    }

    @GetMapping("/api/plans/{id}")
    @Operation(
            summary = "A plan, its course, and what the policy would do next",
            description = "Each reading is noted in the plan's audit trail before it is answered.")
    Mono<ResponseEntity<PlanView>> read(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return reading.read(plan(id), treating(caller))
                .map(known -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .eTag(SeenVersion.tag(known.plan().version()))
                        .body(PlanView.forTherapist(known)));
    }

    @PutMapping("/api/plans/{id}")
    @Operation(summary = "Change a plan; the client is asked to agree again")
    @ApiResponse(responseCode = "409", description = "plan-changed since it was read, or it has ended")
    Mono<ResponseEntity<PlanView>> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PlanRequest request,
            @Parameter(hidden = true) Caller caller) {
        Colleague.Therapist therapist = treating(caller);
        return writing.change(plan(id), SeenVersion.of(ifMatch), therapist, request.terms(), request.wording())
                .flatMap(changed -> shown(changed, therapist));
    }

    @PostMapping("/api/plans/{id}/decide")
    @Operation(
            summary = "Decide how a plan goes on",
            description =
                    "The policy only proposes. Without `every`, SPACE_OUT doubles the time between visits; without "
                            + "`visits`, EXTEND adds three.")
    @ApiResponse(responseCode = "409", description = "plan-changed: somebody else has decided meanwhile")
    Mono<ResponseEntity<PlanView>> decide(
            @PathVariable String id, @RequestBody DecisionRequest request, @Parameter(hidden = true) Caller caller) {
        Colleague.Therapist therapist = treating(caller);
        return writing.decide(plan(id), request.version(), therapist, request.decided())
                .flatMap(decided -> shown(decided, therapist));
    }

    @DeleteMapping("/api/plans/{id}")
    @Operation(summary = "End a plan before it is finished; it is kept")
    Mono<ResponseEntity<PlanView>> end(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        Colleague.Therapist therapist = treating(caller);
        return writing.end(plan(id), therapist).flatMap(ended -> shown(ended, therapist));
    }

    @GetMapping("/api/plans/{id}/audit")
    @Operation(summary = "What was done with a plan and who read it, for the staff of the practice")
    Mono<AuditView> audit(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return reading.audit(plan(id), Colleagues.of(caller)).map(AuditView::of);
    }

    @PutMapping("/api/appointments/{id}/measurements/{when}")
    @Operation(
            summary = "Keep what was measured before or after a visit; `when` is before or after",
            description = "From check-in on. What was measured before is corrected by it. Kept encrypted.")
    @ApiResponse(responseCode = "409", description = "state-conflict: the client is not there yet")
    Mono<VisitView> measure(
            @PathVariable String id,
            @PathVariable String when,
            @RequestBody MeasurementRequest request,
            @Parameter(hidden = true) Caller caller) {
        return measuring
                .measure(visit(id), side(when), treating(caller), request.measurement())
                .map(VisitView::of);
    }

    @GetMapping("/api/appointments/{id}/measurements")
    @Operation(
            summary = "How the client was around a visit",
            description = "Each reading is noted in the visit's audit trail before it is answered.")
    Mono<ResponseEntity<VisitView>> measured(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return measuring
                .read(visit(id), treating(caller))
                .map(known ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(VisitView.of(known)));
    }

    private Mono<ResponseEntity<PlanView>> shown(TreatmentPlan plan, Colleague.Therapist therapist) {
        return reading.read(plan.id(), therapist)
                .map(known -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .eTag(SeenVersion.tag(plan.version()))
                        .body(PlanView.forTherapist(known)));
    }

    /** Whoever manages a practice knows of its visits, and still may not read: only the treating therapist may. */
    private static Colleague.Therapist treating(Caller caller) {
        return Colleagues.treating(caller).orElseThrow(Refusal.NotYours::new);
    }

    private static AppointmentId visit(String id) {
        return PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
    }

    private static PlanId plan(String id) {
        return PathIds.uuid(id).map(PlanId::of).orElseThrow(PlanRefusal.NoSuchPlan::new);
    }

    private static When side(String when) {
        return switch (when) {
            case "before" -> When.BEFORE;
            case "after" -> When.AFTER;
            default -> throw new Refusal.NoSuchAppointment();
        };
    }

    /** Oldest first. */
    record AuditView(List<Step> items) {

        static AuditView of(List<PlanEntry> entries) {
            return new AuditView(entries.stream()
                    .map(entry -> new Step(
                            entry.at(),
                            entry.by().kind().name().toLowerCase(Locale.ROOT),
                            entry.by().accountId(),
                            entry.action()))
                    .toList());
        }

        /** One thing that was done. */
        record Step(Instant at, String by, @Nullable String accountId, PlanEntry.Action action) {}
    }
}

package org.bodywork.therapists.schedule.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.SeenVersion;
import org.bodywork.therapists.Editors;
import org.bodywork.therapists.form.Faults;
import org.bodywork.therapists.listing.application.UnknownListing;
import org.bodywork.therapists.listing.domain.Repeats;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.listing.domain.TimeOff;
import org.bodywork.therapists.listing.domain.TimeOffId;
import org.bodywork.therapists.listing.domain.WallClock;
import org.bodywork.therapists.schedule.adapter.web.ScheduleView.TimeOffView;
import org.bodywork.therapists.schedule.application.KeepSchedule;
import org.bodywork.therapists.schedule.application.ScheduleEdit;
import org.bodywork.therapists.schedule.application.ScheduleRejection.UnknownTimeOff;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets staff keep schedules: therapists their own, managers those of their practice, operators all. */
@RestController
@RequestMapping("/api/therapists/{id}")
@Tag(name = "Schedules, for staff")
class ScheduleController {

    private static final int MOST_TIME_OFF = 200;

    private final KeepSchedule schedules;
    private final BusinessClock clock;

    ScheduleController(KeepSchedule schedules, BusinessClock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @GetMapping("/schedule")
    @Operation(summary = "Hours, single dates, holidays and time off; the ETag is the version to change")
    Mono<ResponseEntity<ScheduleView>> read(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return Mono.defer(() -> schedules.find(therapist(id), Editors.of(caller)))
                .map(ScheduleController::answer);
    }

    @PutMapping("/schedule")
    @Operation(summary = "Replace the schedule; time off that is left out stays")
    @ApiResponse(responseCode = "200", description = "Replaced, or as it was already")
    @ApiResponse(responseCode = "409", description = "visits-affected: see visits, and send acceptAffected")
    @ApiResponse(responseCode = "412", description = "Changed by somebody else since it was read")
    @ApiResponse(responseCode = "428", description = "Without If-Match")
    Mono<ResponseEntity<ScheduleView>> replace(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ScheduleRequest request,
            @Parameter(hidden = true) Caller caller) {
        ScheduleEdit edit = (therapist, places) -> ScheduleForm.read(request, therapist, places);
        return Mono.defer(() -> schedules.replace(
                        therapist(id),
                        Editors.of(caller),
                        SeenVersion.of(ifMatch),
                        edit,
                        accepted(request.acceptAffected())))
                .map(ScheduleController::answer);
    }

    @PostMapping("/time-off")
    @Operation(summary = "Take time off, once or again each week or year")
    @ApiResponse(responseCode = "201", description = "Taken")
    @ApiResponse(responseCode = "409", description = "visits-affected: see visits, and send acceptAffected")
    @ApiResponse(responseCode = "412", description = "Changed by somebody else since the version of If-Match")
    Mono<ResponseEntity<TimeOffView>> takeTimeOff(
            @PathVariable String id,
            @Parameter(description = "Optional: without it, time off is added to whatever is the present version")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            @RequestBody TimeOffRequest request,
            @Parameter(hidden = true) Caller caller) {
        ScheduleEdit edit = (therapist, _) -> therapist.schedule().with(timeOff(request, therapist));
        return Mono.defer(() -> taken(therapist(id), ifMatch, edit, accepted(request.acceptAffected()), caller))
                .map(changed -> created(id, changed));
    }

    private Mono<Versioned<Therapist>> taken(
            TherapistId id, @Nullable String ifMatch, ScheduleEdit edit, Set<UUID> accepted, Caller caller) {
        return ifMatch == null
                ? schedules.amend(id, Editors.of(caller), edit, accepted)
                : schedules.replace(id, Editors.of(caller), SeenVersion.of(ifMatch), edit, accepted);
    }

    @DeleteMapping("/time-off/{timeOffId}")
    @Operation(summary = "Work after all")
    @ApiResponse(responseCode = "204", description = "No longer off")
    Mono<ResponseEntity<Void>> giveBack(
            @PathVariable String id, @PathVariable String timeOffId, @Parameter(hidden = true) Caller caller) {
        return Mono.defer(() -> schedules.amend(therapist(id), Editors.of(caller), without(timeOffId), Set.of()))
                .thenReturn(ResponseEntity.noContent().build());
    }

    private TimeOff timeOff(TimeOffRequest request, Therapist therapist) {
        Faults faults = new Faults();
        TimeOff timeOff = new TimeOffForm(therapist.zone(), faults).read("", request.fields());
        if (timeOff != null && timeOff.repeats() == Repeats.NEVER && isOver(timeOff, therapist)) {
            faults.add("/to", "Must be in the future.");
        }
        if (therapist.schedule().timeOff().size() >= MOST_TIME_OFF) {
            faults.add("", "There is time off %d times already; give some back first.".formatted(MOST_TIME_OFF));
        }
        faults.refuse();
        return Objects.requireNonNull(timeOff);
    }

    private boolean isOver(TimeOff timeOff, Therapist therapist) {
        Instant end = WallClock.firstMoment(timeOff.to(), therapist.zone());
        return !end.isAfter(clock.now());
    }

    private static ScheduleEdit without(String timeOffId) {
        return (therapist, _) -> {
            Schedule schedule = therapist.schedule();
            Schedule left = schedule.without(new TimeOffId(uuid(timeOffId, UnknownTimeOff::new)));
            if (left.equals(schedule)) {
                throw new UnknownTimeOff();
            }
            return left;
        };
    }

    private static ResponseEntity<ScheduleView> answer(Versioned<Therapist> found) {
        return ResponseEntity.ok().eTag(SeenVersion.tag(found.sequence())).body(ScheduleView.of(found.value()));
    }

    private static ResponseEntity<TimeOffView> created(String id, Versioned<Therapist> changed) {
        Therapist therapist = changed.value();
        return ResponseEntity.created(URI.create("/api/therapists/%s/schedule".formatted(id)))
                .eTag(SeenVersion.tag(changed.sequence()))
                .body(TimeOffView.of(therapist.schedule().timeOff().getLast(), therapist.zone()));
    }

    private static TherapistId therapist(String id) {
        return new TherapistId(uuid(id, () -> new UnknownListing("therapist")));
    }

    private static UUID uuid(String text, Supplier<RuntimeException> unknown) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw unknown.get();
        }
    }

    private static Set<UUID> accepted(@Nullable List<String> ids) {
        return ids == null ? Set.of() : ids.stream().map(UUID::fromString).collect(Collectors.toSet());
    }
}

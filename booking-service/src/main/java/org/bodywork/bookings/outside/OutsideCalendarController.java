package org.bodywork.bookings.outside;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For a therapist, or their manager: where else they keep appointments. */
@RestController
@RequestMapping("/api/outside-calendars")
@Tag(name = "Calendars")
class OutsideCalendarController {

    private final OutsideCalendars calendars;
    private final Listings listings;
    private final OutsideSettings settings;
    private final DueNudges nudges;

    OutsideCalendarController(
            OutsideCalendars calendars, Listings listings, OutsideSettings settings, DueNudges nudges) {
        this.calendars = calendars;
        this.listings = listings;
        this.settings = settings;
        this.nudges = nudges;
    }

    @PostMapping
    @Operation(
            summary = "Say where a therapist's other calendar is, in place of any before",
            description = "What it says is busy is no opening any more, as soon as it has been fetched.")
    Mono<ResponseEntity<OutsideCalendarView>> set(
            @RequestBody OutsideCalendarRequest request, @Parameter(hidden = true) Caller caller) {
        URI address = request.address();
        return mine(TherapistId.of(request.therapistId()), Colleagues.of(caller))
                .flatMap(therapist -> calendars.set(therapist, address, caller.subject()))
                .doOnNext(_ -> nudges.nudge(OutsideConfiguration.QUEUE))
                .map(calendar -> ResponseEntity.created(URI.create("/api/outside-calendars/" + calendar.id()))
                        .body(view(calendar)));
    }

    @GetMapping("/{therapistId}")
    @Operation(summary = "When it was last fetched, and whether it counts; its address is not shown")
    Mono<OutsideCalendarView> show(@PathVariable String therapistId, @Parameter(hidden = true) Caller caller) {
        return mine(known(therapistId), Colleagues.of(caller))
                .flatMap(calendars::of)
                .map(this::view)
                .switchIfEmpty(Mono.error(NoOutsideCalendar::new));
    }

    @DeleteMapping("/{therapistId}")
    @Operation(summary = "Forget it, and when it said busy")
    Mono<ResponseEntity<Void>> remove(@PathVariable String therapistId, @Parameter(hidden = true) Caller caller) {
        return mine(known(therapistId), Colleagues.of(caller))
                .flatMap(calendars::remove)
                .doOnSuccess(_ -> nudges.nudge(OutsideConfiguration.QUEUE))
                .thenReturn(ResponseEntity.noContent().build());
    }

    /** Therapists of others do not exist. */
    private Mono<TherapistId> mine(TherapistId therapist, Colleague colleague) {
        return listings.byId(therapist)
                .filter(colleague::mayPlan)
                .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new))
                .thenReturn(therapist);
    }

    private static TherapistId known(String id) {
        try {
            return TherapistId.of(id);
        } catch (IllegalArgumentException e) {
            throw new NoOutsideCalendar();
        }
    }

    private OutsideCalendarView view(OutsideCalendar calendar) {
        return OutsideCalendarView.of(calendar, settings.keptFor());
    }

    /** Nobody has said where one is. */
    static final class NoOutsideCalendar extends RuntimeException {
        NoOutsideCalendar() {
            super("no outside calendar", null, false, false);
        }
    }
}

package org.bodywork.bookings.waitlist.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.waitlist.application.JoinWaitlist;
import org.bodywork.bookings.waitlist.application.ReadChains;
import org.bodywork.bookings.waitlist.application.Waitlist.Joined;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The waitlist, for clients without an account and for staff. */
@RestController
@Tag(name = "Waitlist")
class WaitlistController {

    private static final String KEY = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{16,128}");

    private final JoinWaitlist joining;
    private final ReadChains chains;
    private final ManageByLink visits;
    private final Recognition recognition;
    private final BusinessClock clock;

    WaitlistController(
            JoinWaitlist joining,
            ReadChains chains,
            ManageByLink visits,
            Recognition recognition,
            BusinessClock clock) {
        this.joining = joining;
        this.chains = chains;
        this.visits = visits;
        this.recognition = recognition;
        this.clock = clock;
    }

    @PostMapping("/api/waitlist")
    @Operation(
            summary = "Wait for a time that suits, with one therapist or with `any` who fits",
            description = "Freed time is kept for one person at a time, who is told at once, never between 21:00 and "
                    + "08:00 where they are. Whose turn it is: whose plan is overdue, whose pain rises, who has waited "
                    + "longest, whom it fits best. `Idempotency-Key` as for bookings.")
    @ApiResponse(responseCode = "201", description = "On the list, or put on it before by the same request")
    @ApiResponse(responseCode = "404", description = "No such therapist or treatment")
    @ApiResponse(responseCode = "422", description = "The key was used for another wish")
    @ApiResponse(responseCode = "429", description = "This contact waits for enough already")
    Mono<ResponseEntity<EntryView>> join(
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers, @RequestBody JoinRequest request) {
        String key = keyOf(headers);
        // Checking a phone number reads the rules of its country from the class path the first time.
        return Mono.fromCallable(() -> JoinForm.read(request, today()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(asked -> joining.join(asked, recognition.of("waitlist|" + key, EventJson.write(request))))
                .map(this::created);
    }

    @PostMapping("/api/manage/{secret}/waitlist")
    @Operation(
            summary = "Wait for an earlier time than that of the visit",
            description = "Whoever takes an offer gives up the visit once the new one is agreed on.")
    @ApiResponse(responseCode = "201", description = "On the list")
    @ApiResponse(responseCode = "409", description = "state-conflict: the visit is over or cancelled")
    Mono<ResponseEntity<EntryView>> waitForEarlier(
            @PathVariable String secret,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody EarlierRequest request) {
        String key = keyOf(headers);
        return visits.find(secret)
                .flatMap(visit -> visit.clientMayCancel(clock.now())
                        ? Mono.just(visit)
                        : Mono.error(new Refusal.StateForbids(visit.statusAt(clock.now()))))
                .map(visit -> JoinForm.read(
                        request,
                        visit,
                        clock.now().atZone(visit.state().visit().zone()).toLocalDate()))
                .flatMap(asked ->
                        joining.join(asked, recognition.of("waitlist|" + key, secret + "|" + EventJson.write(request))))
                .map(this::created);
    }

    @GetMapping("/api/waitlist/{secret}")
    @Operation(summary = "How an entry stands")
    Mono<EntryView> show(@PathVariable String secret) {
        return joining.find(secret).map(entry -> EntryView.of(entry, joining.urlOf(entry)));
    }

    @DeleteMapping("/api/waitlist/{secret}")
    @Operation(summary = "Wait no more; a time that is offered at that moment is declined first")
    Mono<EntryView> leave(@PathVariable String secret) {
        return joining.leave(secret).map(entry -> EntryView.of(entry, joining.urlOf(entry)));
    }

    @GetMapping("/api/waitlist")
    @Operation(summary = "Freed times of the last weeks, and to whom each was offered in which order")
    Mono<ChainsView> chains(@Parameter(hidden = true) Caller caller) {
        return chains.of(Colleagues.of(caller))
                .map(read -> new ChainsView(read.times().stream()
                        .map(time -> ChainView.of(time, read.entries()))
                        .toList()));
    }

    record ChainsView(List<ChainView> items) {}

    private ResponseEntity<EntryView> created(Joined joined) {
        ResponseEntity.BodyBuilder response =
                ResponseEntity.created(URI.create("/api/waitlist/" + joining.secretOf(joined.entry())));
        if (!joined.isNew()) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.body(EntryView.of(joined.entry(), joining.urlOf(joined.entry())));
    }

    private static String keyOf(HttpHeaders headers) {
        List<String> given = headers.getOrEmpty(KEY);
        if (given.size() != 1 || !VISIBLE.matcher(given.getFirst()).matches()) {
            throw new InvalidRequest("/" + KEY, "Must be there once, with 16 to 128 visible ASCII characters.");
        }
        return given.getFirst();
    }

    /** As early as it is anywhere: the place's own date is looked at when a time comes up. */
    private LocalDate today() {
        return clock.now().atZone(ZoneOffset.ofHours(-12)).toLocalDate();
    }
}

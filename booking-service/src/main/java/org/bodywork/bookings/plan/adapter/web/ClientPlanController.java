package org.bodywork.bookings.plan.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.plan.application.AnswerScore;
import org.bodywork.bookings.plan.application.AnswerScore.Asked;
import org.bodywork.bookings.plan.application.FollowPlan;
import org.bodywork.bookings.plan.application.FollowPlan.Next;
import org.bodywork.bookings.plan.application.ReadPlan;
import org.bodywork.bookings.plan.application.ReadPlan.Known;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Plans and scores, for whoever has the secret of one. */
@RestController
@Tag(name = "Plans")
class ClientPlanController {

    private final ReadPlan reading;
    private final FollowPlan following;
    private final AnswerScore scores;
    private final ManageLinks links;

    ClientPlanController(ReadPlan reading, FollowPlan following, AnswerScore scores, ManageLinks links) {
        this.reading = reading;
        this.following = following;
        this.scores = scores;
        this.links = links;
    }

    @GetMapping("/api/plan/{secret}")
    @Operation(summary = "The plan, how it went so far, and what can be booked next")
    Mono<ResponseEntity<ClientPlanView>> read(@PathVariable String secret) {
        return reading.bySecret(secret).flatMap(this::view).map(ClientPlanController::unkept);
    }

    @PostMapping("/api/plan/{secret}/agree")
    @Operation(summary = "Agree to the plan; saying it twice is saying it once")
    @ApiResponse(responseCode = "409", description = "state-conflict: the plan has ended")
    Mono<ResponseEntity<ClientPlanView>> agree(@PathVariable String secret) {
        return following.agree(secret).then(Mono.defer(() -> read(secret)));
    }

    @PostMapping("/api/plan/{secret}/book")
    @Operation(
            summary = "Book the next visit, with what is known of the client already",
            description = "The same start once more answers with the same visit.")
    @ApiResponse(
            responseCode = "409",
            description = "slot-taken or not-an-opening, with alternatives; or state-conflict")
    Mono<BookedNext> book(@PathVariable String secret, @RequestBody NextVisitRequest request) {
        Instant start = OffsetTimes.read(request.start())
                .orElseThrow(() -> new InvalidRequest("/start", "Must be a date-time with its offset."));
        return following
                .book(secret, start)
                .map(booked -> new BookedNext(
                        booked.appointment().id().toString(),
                        booked.appointment().status().name(),
                        OffsetTimes.text(booked.appointment().state().visit().zonedStart()),
                        links.urlOf(booked.appointment())));
    }

    @GetMapping("/api/scores/{secret}")
    @Operation(summary = "Whether this is still asked, and for how many days after the visit")
    Mono<ResponseEntity<AskedView>> asked(@PathVariable String secret) {
        return scores.find(secret).map(AskedView::of).map(ClientPlanController::unkept);
    }

    @PostMapping("/api/scores/{secret}")
    @Operation(summary = "Answer once; the same answer again changes nothing")
    @ApiResponse(responseCode = "409", description = "score-given: it has been answered with something else")
    @ApiResponse(responseCode = "410", description = "score-closed: more than 14 days have passed")
    Mono<ResponseEntity<AskedView>> answer(@PathVariable String secret, @RequestBody ScoreRequest request) {
        return scores.answer(secret, request.answer()).map(AskedView::of).map(ClientPlanController::unkept);
    }

    private Mono<ClientPlanView> view(Known known) {
        return following
                .next(known.plan())
                .map(next -> new ClientPlanView(PlanView.forClient(known), NextView.of(next)))
                .defaultIfEmpty(new ClientPlanView(PlanView.forClient(known), null));
    }

    private static <T> ResponseEntity<T> unkept(T view) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }

    /** A plan and what is next. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClientPlanView(PlanView plan, @Nullable NextView next) {}

    /**
     * The next visit.
     *
     * @param offered starts that can be booked now, what is nearest to the usual time first
     * @param booked when it takes place, once it is booked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NextView(
            LocalDate day, List<String> offered, @Nullable String booked) {

        static NextView of(Next next) {
            return new NextView(
                    next.day(),
                    next.offered().stream()
                            .map(opening -> OffsetTimes.text(opening.start()))
                            .toList(),
                    next.booked() == null ? null : OffsetTimes.text(next.booked()));
        }
    }

    /** What was booked. */
    record BookedNext(String id, String status, String start, String manageUrl) {}

    /** What is asked. */
    record AskedView(int daysAfter, LocalDate visitOn, boolean open, boolean answered) {

        static AskedView of(Asked asked) {
            return new AskedView(asked.day().days(), asked.outcome().on(), asked.isOpen(), asked.isAnswered());
        }
    }
}

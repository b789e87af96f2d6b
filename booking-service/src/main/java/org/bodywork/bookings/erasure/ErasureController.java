package org.bodywork.bookings.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.bodywork.bookings.appointment.application.ClientVisits;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For those who answer a client's wish to be forgotten: operators, and managers whose client it is alone. */
@RestController
@RequestMapping("/api/erasures")
@Tag(name = "Forgetting clients")
class ErasureController {

    private final Erasures erasures;
    private final ClientVisits visits;
    private final Recognition recognition;
    private final DueNudges nudges;

    ErasureController(Erasures erasures, ClientVisits visits, Recognition recognition, DueNudges nudges) {
        this.erasures = erasures;
        this.visits = visits;
        this.recognition = recognition;
        this.nudges = nudges;
    }

    @PostMapping
    @Operation(
            summary = "Forget a client: what is to come is cancelled, then all services drop who they are",
            description = "Answered the same whether there is such a client or not. Asked again, it goes on as it is.")
    Mono<ResponseEntity<ErasureView>> forget(
            @RequestBody ErasureRequest request, @Parameter(hidden = true) Caller caller) {
        EmailAddress email = EmailAddress.parse(request.email())
                .orElseThrow(() -> new InvalidRequest("/email", "Must be an email address."));
        String subject = recognition.marksOf(email, "").ref();
        return mayForget(subject, caller)
                .flatMap(_ -> erasures.request(subject, caller.subject()))
                .doOnNext(_ -> nudges.nudge(ErasureConfiguration.QUEUE))
                .map(erasure -> ResponseEntity.accepted()
                        .location(URI.create("/api/erasures/" + erasure.id()))
                        .body(ErasureView.of(erasure)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far it has come")
    Mono<ErasureView> show(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        return erasures.of(id)
                .filter(erasure -> isOperator(caller) || erasure.requestedBy().equals(caller.subject()))
                .map(ErasureView::of)
                .switchIfEmpty(Mono.error(NoErasure::new));
    }

    /** Nobody makes another practice's visits nobody's. */
    private Mono<Boolean> mayForget(String subject, Caller caller) {
        if (isOperator(caller)) {
            return Mono.just(true);
        }
        String practice = caller.claim("practiceId").orElse("");
        return visits.of(subject)
                .map(visit -> visit.state().visit().practice().toString())
                .all(practice::equals)
                .filter(alone -> alone)
                .switchIfEmpty(Mono.error(NotAlone::new));
    }

    private static boolean isOperator(Caller caller) {
        return caller.hasRole("operator");
    }

    /**
     * How far it has come.
     *
     * @param completed the services that know nothing of the client any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErasureView(
            String id,
            String state,
            Instant requestedAt,
            @Nullable Instant completedAt,
            Set<String> completed) {

        static ErasureView of(Erasure erasure) {
            return new ErasureView(
                    erasure.id(),
                    erasure.state().name(),
                    erasure.requestedAt(),
                    erasure.completedAt(),
                    erasure.completed() == null ? Set.of() : new TreeSet<>(erasure.completed()));
        }
    }

    /** There is none, or not for whoever asks. */
    static final class NoErasure extends RuntimeException {
        NoErasure() {
            super("no such erasure", null, false, false);
        }
    }

    /** The client goes to another practice too. */
    static final class NotAlone extends RuntimeException {
        NotAlone() {
            super("not the practice's alone", null, false, false);
        }
    }
}

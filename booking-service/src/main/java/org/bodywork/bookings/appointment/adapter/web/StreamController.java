package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.application.VisitNews;
import org.bodywork.bookings.appointment.application.VisitNews.News;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes of appointments as they happen, by server-sent events. A stream begins with what awaits an answer; whoever
 * loses it connects again and has missed nothing. It holds ids and times only, and ends with the token.
 */
@RestController
@Tag(name = "Appointments, for staff")
class StreamController {

    /** Proxies cut connections on which nothing is said. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private static final Duration LONGEST = Duration.ofHours(1);

    private final StaffAppointments appointments;
    private final VisitNews news;
    private final BusinessClock clock;
    private final Clock steady;

    StreamController(StaffAppointments appointments, VisitNews news, BusinessClock clock, Clock steady) {
        this.appointments = appointments;
        this.news = news;
        this.clock = clock;
        this.steady = steady;
    }

    @GetMapping(path = "/api/appointments/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Changes as they happen: a manager's practice, a therapist's own",
            description =
                    "The first event, `snapshot`, lists in `items` what awaits an answer; each `appointment` after "
                            + "it tells how one stands since its last change. A stream that ends is to be opened again.")
    Flux<ServerSentEvent<Object>> stream(@Parameter(hidden = true) Caller caller) {
        Colleague colleague = Colleagues.of(caller);
        return lifeOfToken()
                .flatMapMany(life -> told(colleague)
                        .publish(told -> told.mergeWith(signsOfLife().takeUntilOther(told.ignoreElements())))
                        .take(life));
    }

    /** It listens before it looks: nothing lies between the snapshot and the first news. */
    private Flux<ServerSentEvent<Object>> told(Colleague colleague) {
        return Flux.using(
                () -> news.listen(colleague),
                listening -> Flux.concat(snapshot(colleague), listening.news().map(StreamController::event)));
    }

    private static Flux<ServerSentEvent<Object>> signsOfLife() {
        return Flux.interval(SIGN_OF_LIFE)
                .map(_ -> ServerSentEvent.builder().comment("").build());
    }

    private Mono<ServerSentEvent<Object>> snapshot(Colleague colleague) {
        return appointments
                .awaiting(colleague, clock.now())
                .map(waiting -> ServerSentEvent.builder()
                        .event("snapshot")
                        .data(new SnapshotView(
                                waiting.stream().map(NewsView::of).toList()))
                        .build());
    }

    private static ServerSentEvent<Object> event(News news) {
        return ServerSentEvent.builder()
                .event("appointment")
                .data(NewsView.of(news))
                .build();
    }

    private Mono<Duration> lifeOfToken() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(JwtAuthenticationToken.class)
                .mapNotNull(authentication -> authentication.getToken().getExpiresAt())
                .map(this::life)
                .defaultIfEmpty(LONGEST);
    }

    private Duration life(Instant end) {
        Instant now = steady.instant();
        return end.isAfter(now.plus(LONGEST)) ? LONGEST : Duration.between(now, end);
    }

    /** The server waits for open answers when it stops; these have no end of their own. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        news.endAll();
    }

    record SnapshotView(List<NewsView> items) {}

    /**
     * How one appointment stands.
     *
     * @param awaitsAnswer whether staff are asked for a yes or no, at the latest until {@code until}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewsView(
            String id,
            long sequence,
            Status status,
            String therapistId,
            String start,
            String end,
            String zone,
            boolean awaitsAnswer,
            @Nullable Instant until) {

        static NewsView of(News news) {
            return new NewsView(
                    news.id().toString(),
                    news.sequence(),
                    news.status(),
                    news.therapist().toString(),
                    text(news.start(), news.zone()),
                    text(news.end(), news.zone()),
                    news.zone().getId(),
                    news.awaitsAnswer(),
                    news.until());
        }

        static NewsView of(Appointment appointment) {
            Visit visit = appointment.state().visit();
            return new NewsView(
                    appointment.id().toString(),
                    appointment.state().sequence(),
                    appointment.status(),
                    visit.part().therapist().toString(),
                    OffsetTimes.text(visit.zonedStart()),
                    OffsetTimes.text(visit.zonedEnd()),
                    visit.zone().getId(),
                    true,
                    appointment.answerDueBy());
        }

        private static String text(Instant moment, ZoneId zone) {
            return OffsetTimes.text(moment.atZone(zone));
        }
    }
}

package org.bodywork.bookings.handover.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.HandOver;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Keeping;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Alternatives;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HandingOver;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.handover.application.EqualSkill.Found;
import org.bodywork.bookings.handover.domain.Case;
import org.bodywork.bookings.handover.domain.Case.Stage;
import org.bodywork.bookings.handover.domain.Handover;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Leads a report on, from wherever it stands: holds up to three alternatives for each visit, in turns so that none goes
 * short for another's sake; tells each client; ends what is decided and what nobody answered. Every hold, every change of a
 * visit and every step of the report is one write of its own, which may be repeated.
 */
public final class OfferAlternatives {

    static final int MOST_ALTERNATIVES = 3;

    private static final Logger log = LoggerFactory.getLogger(OfferAlternatives.class);

    private final Handovers handovers;
    private final Appointments appointments;
    private final EqualSkill others;
    private final HoldTime holds;
    private final HandOver visits;
    private final EndCase ending;
    private final BusinessClock clock;

    public OfferAlternatives(
            Handovers handovers,
            Appointments appointments,
            EqualSkill others,
            HoldTime holds,
            HandOver visits,
            EndCase ending,
            BusinessClock clock) {
        this.handovers = handovers;
        this.appointments = appointments;
        this.others = others;
        this.holds = holds;
        this.visits = visits;
        this.ending = ending;
        this.clock = clock;
    }

    /** Fails with {@link Appointments.ChangedMeanwhile} where a client decides at the same moment. */
    public Mono<Handover> advance(Handover reported) {
        return hold(reported)
                .then(Mono.defer(() -> Flux.fromIterable(reported.cases())
                        .concatMap(each -> step(each, reported))
                        .reduce(reported, Handover::with)))
                .flatMap(handovers::save)
                .doOnNext(OfferAlternatives::log);
    }

    private Mono<Case> step(Case one, Handover reported) {
        return switch (one.stage()) {
            case WAITING -> offer(one, reported);
            case ENDING -> ending.end(one);
            case OFFERED ->
                one.isOpenAt(clock.now()) ? Mono.just(one) : silent(one).flatMap(ending::end);
            case TAKEN, KEPT, CANCELLED, NOBODY, UNANSWERED, FOR_STAFF, GONE -> Mono.just(one);
        };
    }

    /** Nobody answered, unless the visit has gone another way meanwhile. */
    private Mono<Case> silent(Case one) {
        return appointments
                .byId(one.visit())
                .filter(visit -> new HandingOver(visit).isPossible(clock.now()) && isOffered(visit, one))
                .map(_ -> one.endingIn(Stage.UNANSWERED, null, false))
                .defaultIfEmpty(one.endingIn(Stage.GONE, null, false));
    }

    private static boolean isOffered(Appointment visit, Case one) {
        Alternatives held = visit.state().alternatives();
        return held != null && held.handover().equals(one.id());
    }

    private Mono<Case> offer(Case one, Handover reported) {
        Alternatives alternatives = new Alternatives(one.id(), one.until());
        return ending.held(one)
                .hasElements()
                .flatMap(any -> any
                        ? visits.offer(one.visit(), alternatives, Actor.staff(reported.by()))
                                .map(_ -> one.at(Stage.OFFERED))
                        : Mono.just(one.at(Stage.NOBODY)))
                .onErrorResume(
                        error -> error instanceof Refusal.StateForbids || error instanceof Refusal.NoSuchAppointment,
                        _ -> ending.end(one.endingIn(Stage.GONE, null, false)));
    }

    /** First one for each visit, then a second, then a third. */
    private Mono<Void> hold(Handover reported) {
        return Flux.fromIterable(reported.cases())
                .filter(one -> one.stage() == Stage.WAITING && one.isOpenAt(clock.now()))
                .concatMap(one -> appointments
                        .byId(one.visit())
                        .filter(visit -> new HandingOver(visit).isPossible(clock.now()))
                        .flatMap(visit -> choices(one, visit)))
                .collectList()
                .flatMapMany(all -> Flux.range(1, MOST_ALTERNATIVES)
                        .concatMap(round -> Flux.fromIterable(all).concatMap(choices -> holdOne(choices, round))))
                .then();
    }

    private Mono<Choices> choices(Case one, Appointment visit) {
        return ending.held(one)
                .collectList()
                .flatMap(held -> others.find(visit.state().visit(), one.until())
                        .map(found -> new Choices(one, new ArrayList<>(held), new ArrayDeque<>(found))));
    }

    /** What somebody else takes meanwhile is passed over. */
    private Mono<Void> holdOne(Choices choices, int round) {
        Found next = choices.held().size() >= round ? null : choices.next();
        if (next == null) {
            return Mono.empty();
        }
        return holds.keep(keeping(choices.one(), next))
                .doOnNext(choices.held()::add)
                .then()
                .onErrorResume(
                        error -> error instanceof Refusal || error instanceof NotOffered, _ -> holdOne(choices, round));
    }

    /** Its id tells what it is, so the same is never held twice. */
    private static Keeping keeping(Case one, Found found) {
        String what = "%s|%s|%s|%s".formatted(one.id(), found.therapist(), found.treatment(), found.start());
        return new Keeping(
                EndCase.purpose(one),
                new AppointmentId(UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8))),
                found.therapist(),
                found.treatment(),
                found.start(),
                Asking.ANYBODY,
                one.until(),
                null);
    }

    private static void log(Handover stands) {
        log.atInfo()
                .addKeyValue("handover", stands.id())
                .addKeyValue("visits", stands.cases().size())
                .addKeyValue("offered", stands.count(Stage.OFFERED))
                .addKeyValue("nobody", stands.count(Stage.NOBODY))
                .log("Hand-over led on");
    }

    /** What could be held for one visit, the best first, and what of it is. */
    private record Choices(Case one, List<Hold> held, Deque<Found> left) {

        /** Null where there is none left. */
        @Nullable Found next() {
            Found next = left.poll();
            while (next != null && held.stream().anyMatch(next::collidesWith)) {
                next = left.poll();
            }
            return next;
        }
    }
}

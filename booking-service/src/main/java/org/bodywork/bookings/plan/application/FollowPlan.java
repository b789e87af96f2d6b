package org.bodywork.bookings.plan.application;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.Booked;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.plan.application.Plans.ChangedMeanwhile;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.PlanStatus;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What the client does with a plan, by its secret link: agree to it, and book what is due with one press. */
public final class FollowPlan {

    private static final int MOST_TRIES = 5;

    private final ReadPlan reading;
    private final Plans plans;
    private final OfferNextVisit next;
    private final Listings listings;
    private final FreshOpenings openings;
    private final BookAppointment booking;
    private final ClientRecords clients;
    private final Recognition recognition;
    private final BusinessClock clock;

    public FollowPlan(
            ReadPlan reading,
            Plans plans,
            OfferNextVisit next,
            Listings listings,
            FreshOpenings openings,
            BookAppointment booking,
            ClientRecords clients,
            Recognition recognition,
            BusinessClock clock) {
        this.reading = reading;
        this.plans = plans;
        this.next = next;
        this.listings = listings;
        this.openings = openings;
        this.booking = booking;
        this.clients = clients;
        this.recognition = recognition;
        this.clock = clock;
    }

    /** Saying yes twice is saying it once. */
    public Mono<TreatmentPlan> agree(String secret) {
        return Mono.defer(() -> reading.find(secret))
                .flatMap(plan -> plan.agree(clock.now().truncatedTo(ChronoUnit.MILLIS))
                        .map(agreed -> plans.apply(plan, agreed))
                        .orElseGet(() -> Mono.just(plan)))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance));
    }

    /** What can be booked next; empty where none is due, or the plan is not agreed on. */
    public Mono<Next> next(TreatmentPlan plan) {
        LocalDate day = plan.nextDay();
        if (day == null) {
            return Mono.empty();
        }
        return next.booked(plan)
                .map(booked -> new Next(day, List.of(), booked.state().visit().zonedStart()))
                .switchIfEmpty(Mono.defer(() -> offered(plan, day)));
    }

    private Mono<Next> offered(TreatmentPlan plan, LocalDate day) {
        Instant now = clock.now();
        Instant usual = plan.terms().usual().near(day, plan.zone()).toInstant();
        Instant wanted = usual.isAfter(now) ? usual : soonest(plan, now);
        return listings.byId(plan.therapist())
                .flatMap(listing -> openings.near(wanted, listing, listing.treatment(plan.treatment()))
                        .map(starts -> starts.stream()
                                .sorted(Comparator.comparing(start -> Duration.between(wanted, start.toInstant())
                                        .abs()))
                                .map(start -> new Opening(listing.id(), plan.treatment(), start))
                                .toList()))
                .onErrorResume(NotOffered.class, _ -> Mono.just(List.of()))
                .map(found -> new Next(day, found, null));
    }

    /** Whoever is late comes at the usual time of the days to come. */
    private static Instant soonest(TreatmentPlan plan, Instant now) {
        ZonedDateTime tomorrow =
                now.atZone(plan.zone()).plusDays(1).with(plan.terms().usual().time());
        return tomorrow.toInstant();
    }

    /** Pressing twice books once: the same plan asks for the same start. Fails as {@link BookAppointment#book} does. */
    public Mono<Booked> book(String secret, Instant start) {
        return reading.find(secret).flatMap(plan -> {
            if (plan.status() != PlanStatus.AGREED) {
                return Mono.error(new PlanRefusal.NotOpen(plan.status()));
            }
            return clients.historyOf(plan.marks().ref())
                    .defaultIfEmpty(ClientHistory.NONE)
                    .map(history -> request(plan, start, history))
                    .flatMap(request ->
                            booking.book(request, recognition.of("plan|" + plan.id() + "|" + start, start.toString())));
        });
    }

    private static BookingRequest request(TreatmentPlan plan, Instant start, ClientHistory history) {
        return new BookingRequest(
                plan.therapist(),
                plan.treatment(),
                start,
                null,
                plan.client(),
                plan.consent().email(),
                plan.consent().sms(),
                null,
                null,
                history,
                null);
    }

    /**
     * The next visit.
     *
     * @param offered what can be booked, what is nearest to the usual time first
     * @param booked when it takes place; null while it is not booked
     */
    public record Next(
            LocalDate day, List<Opening> offered, @Nullable ZonedDateTime booked) {}
}

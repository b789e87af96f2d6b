package org.bodywork.bookings.delivery;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.diary.Bounces;
import org.bodywork.bookings.numbers.application.Reminders;
import org.bodywork.bookings.numbers.domain.Reminded;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Our own copy of what became of the messages to clients. */
@Component
final class Deliveries implements Bounces, Reminders {

    static final String COLLECTION = "deliveries";

    /** So many visits are asked for at once. */
    private static final int MOST_AT_ONCE = 500;

    private static final Set<String> HANDED_OVER =
            Set.of(DeliveryTold.SENT, DeliveryTold.DELIVERED, DeliveryTold.FAILED);

    private final ReactiveMongoTemplate mongo;

    Deliveries(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Set<AppointmentId>> among(Collection<Appointment> visits) {
        return of(
                        visits.stream().map(Appointment::id).toList(),
                        where("channel").is(DeliveryTold.EMAIL))
                .collectMultimap(Delivery::visit)
                .map(mails -> visits.stream()
                        .filter(visit -> cameBack(visit, mails.getOrDefault(visit.id(), List.of())))
                        .map(Appointment::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The newest counts, unless the address was put right since. */
    private static boolean cameBack(Appointment visit, Collection<Delivery> mails) {
        Optional<Delivery> newest = mails.stream()
                .filter(mail -> HANDED_OVER.contains(mail.state()))
                .max(Comparator.comparing(Delivery::at));
        return newest.filter(Delivery::isRefused)
                .filter(mail -> !isCorrectedSince(visit, mail.at()))
                .isPresent();
    }

    private static boolean isCorrectedSince(Appointment visit, Instant moment) {
        return visit.state().audit().stream()
                .anyMatch(step -> step.action() == Action.CORRECTED
                        && !step.by().equals(Actor.CLIENT)
                        && step.at().isAfter(moment));
    }

    @Override
    public Mono<Map<AppointmentId, Reminded>> of(Collection<AppointmentId> visits) {
        return of(visits, where("kind").is(DeliveryTold.REMINDER).and("state").in(HANDED_OVER))
                .collectMultimap(Delivery::visit)
                .map(reminders -> reminders.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> counted(each.getValue()))));
    }

    private static Reminded counted(Collection<Delivery> reminders) {
        long failed = reminders.stream()
                .filter(each -> each.state().equals(DeliveryTold.FAILED))
                .count();
        return new Reminded(reminders.size(), Math.toIntExact(failed));
    }

    private Flux<Delivery> of(Collection<AppointmentId> visits, Criteria which) {
        return Flux.fromIterable(visits)
                .map(AppointmentId::toString)
                .buffer(MOST_AT_ONCE)
                .concatMap(ids -> mongo.find(
                        Query.query(new Criteria()
                                .andOperator(where("appointmentId").in(ids), which)),
                        Delivery.class,
                        COLLECTION));
    }

    private record Delivery(
            @Id String id,
            String appointmentId,
            String state,
            Instant at,
            @Nullable String reason) {

        AppointmentId visit() {
            return AppointmentId.of(appointmentId);
        }

        boolean isRefused() {
            return state.equals(DeliveryTold.FAILED) && !DeliveryTold.UNKNOWN.equals(reason);
        }
    }
}

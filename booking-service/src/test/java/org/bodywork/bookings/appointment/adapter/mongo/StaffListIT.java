package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.application.StaffQuery.Position;
import org.bodywork.bookings.appointment.domain.AnAppointment;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@MongoContract
class StaffListIT {

    private static final Duration PATIENCE = StoresUnderTest.PATIENCE;
    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final TherapistId MAY = new TherapistId(UUID.randomUUID());

    private final MongoAppointments appointments;

    StaffListIT(TestDatabase database) {
        appointments = StoresUnderTest.withIndexes(database, SettableClock.at(WEEK_BEFORE))
                .appointments();
    }

    @Test
    void listsAPracticeInOrderOfStartAndGoesOnWhereItEnded() {
        Appointment second = add(anotherClient().of(JUNE).startingAt(MONDAY_AT_TEN.plusHours(3)));
        Appointment first = add(anotherClient().of(MAY));

        List<Appointment> start = list(query(null, 1));
        List<Appointment> rest = list(query(new Position(first.state().visit().start(), first.id()), 1));

        assertThat(start).extracting(Appointment::id).startsWith(first.id());
        assertThat(rest).extracting(Appointment::id).containsExactly(second.id());
    }

    @Test
    void listsByLocalDateAndStatus() {
        Appointment late = add(anotherClient().of(JUNE).startingAt(MONDAY_AT_TEN.withHour(19)));
        add(anotherClient().of(JUNE).startingAt(MONDAY_AT_TEN.plusDays(1).withHour(8)));

        List<Appointment> monday = list(new StaffQuery(
                new Colleague.Therapist("june", JUNE),
                MONDAY_AT_TEN.toLocalDate(),
                MONDAY_AT_TEN.toLocalDate(),
                Set.of(Status.REQUESTED),
                null,
                20));
        List<Appointment> confirmed = list(
                new StaffQuery(new Colleague.Therapist("june", JUNE), null, null, Set.of(Status.CONFIRMED), null, 20));

        assertThat(monday).extracting(Appointment::id).containsExactly(late.id());
        assertThat(confirmed).isEmpty();
    }

    private static StaffQuery query(@Nullable Position after, int size) {
        return new StaffQuery(
                new Colleague.PracticeLead("manager", AListing.PRACTICE), null, null, Set.of(), after, size);
    }

    private List<Appointment> list(StaffQuery query) {
        List<Appointment> found = appointments.list(query).collectList().block(PATIENCE);
        return found == null ? List.of() : found;
    }

    private static AnAppointment anotherClient() {
        return aRequest().by("client@example.org", UUID.randomUUID().toString());
    }

    private Mono<Appointment> adding(AnAppointment words) {
        return appointments.add(
                words.please(), new Fingerprint(UUID.randomUUID().toString(), "body"));
    }

    private Appointment add(AnAppointment words) {
        return some(adding(words));
    }

    private static <T> T some(Mono<T> mono) {
        return mono.blockOptional(PATIENCE).orElseThrow();
    }
}

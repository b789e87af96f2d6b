package org.bodywork.bookings.appointment.application;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bodywork.bookings.appointment.application.PrivateTexts.Opened;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/**
 * Shows the treating therapist a client: their own visits together and what was written at them. What the client has
 * with anybody else is not theirs to see. A client is named by any visit of theirs, so that no address holds a name.
 */
public final class ReadClient {

    /** So many of an address's visits are looked through, the newest. */
    private static final int MOST_VISITS = 500;

    private static final Period BACK = Period.ofDays(120);
    private static final Period AHEAD = Period.ofDays(60);

    private final StaffAppointments staff;
    private final Appointments appointments;
    private final PrivateTexts texts;
    private final BusinessClock clock;

    public ReadClient(StaffAppointments staff, Appointments appointments, PrivateTexts texts, BusinessClock clock) {
        this.staff = staff;
        this.appointments = appointments;
        this.texts = texts;
        this.clock = clock;
    }

    /** Newest first. Fails with {@link org.bodywork.bookings.appointment.domain.Refusal.NoSuchAppointment} for a visit to somebody else. */
    public Mono<List<Entry>> read(AppointmentId any, Colleague.Therapist therapist) {
        return staff.byId(any, therapist)
                .map(therapist::seen)
                .flatMap(named -> samePerson(named, therapist)
                        .flatMap(visits ->
                                texts.openAll(named.state().marks(), visits).map(opened -> entries(visits, opened))));
    }

    /** Whoever is forgotten has one visit only: nothing tells whose the others were. */
    private Mono<List<Appointment>> samePerson(Appointment named, Colleague.Therapist therapist) {
        ClientMarks marks = named.state().marks();
        return marks.isForgotten()
                ? Mono.just(List.of(named))
                : appointments
                        .ofClient(marks.ref(), null, MOST_VISITS)
                        .filter(therapist::mayWorkOn)
                        .map(therapist::seen)
                        .filter(visit -> visit.state().marks().isSamePersonAs(marks))
                        .collectList();
    }

    private static List<Entry> entries(List<Appointment> visits, List<Opened> opened) {
        return IntStream.range(0, visits.size())
                .mapToObj(at -> new Entry(visits.get(at), opened.get(at)))
                .toList();
    }

    /** Whom the therapist has treated lately or will soon: the newest visit of each. */
    public Mono<List<Appointment>> recent(Colleague.Therapist therapist) {
        LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
        StaffQuery lately =
                new StaffQuery(therapist, today.minus(BACK), today.plus(AHEAD), Set.of(), null, MOST_VISITS);
        return staff.list(lately).map(therapist::seen).collectList().map(found -> newestOfEach(found.reversed()));
    }

    private static List<Appointment> newestOfEach(List<Appointment> newestFirst) {
        Map<ClientMarks, Appointment> clients = new LinkedHashMap<>();
        newestFirst.stream()
                .filter(visit -> !visit.state().marks().isForgotten())
                .forEach(visit -> clients.putIfAbsent(visit.state().marks(), visit));
        return List.copyOf(clients.values());
    }

    /** A visit, and what can still be read of what was written at it. */
    public record Entry(Appointment visit, Opened texts) {}
}

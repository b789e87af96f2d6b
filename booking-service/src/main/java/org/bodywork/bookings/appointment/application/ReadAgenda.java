package org.bodywork.bookings.appointment.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TimeSpan;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells staff what stands in the days of therapists they look after. */
public final class ReadAgenda {

    /** More than a practice has in a week. */
    private static final int MOST_VISITS = 1_000;

    private static final Set<Status> SHOWN = EnumSet.of(
            Status.REQUESTED, Status.PROPOSED, Status.CONFIRMED, Status.CHECKED_IN, Status.COMPLETED, Status.NO_SHOW);

    private final StaffAppointments staff;
    private final Appointments appointments;

    public ReadAgenda(StaffAppointments staff, Appointments appointments) {
        this.staff = staff;
        this.appointments = appointments;
    }

    /**
     * What stands on these dates, both inclusive.
     *
     * @param listings only of therapists whom the asking staff look after
     */
    public Mono<Agenda> of(Collection<Listing> listings, LocalDate from, LocalDate to, Colleague asking) {
        List<String> keys = listings.stream()
                .filter(asking::mayPlan)
                .flatMap(listing -> keysOf(listing, from, to))
                .toList();
        Flux<Holder> holders = keys.isEmpty() ? Flux.empty() : appointments.holding(keys);
        return staff.list(new StaffQuery(asking, from, to, SHOWN, null, MOST_VISITS))
                .collectList()
                .zipWith(holders.collectList(), Agenda::new);
    }

    private static Stream<String> keysOf(Listing listing, LocalDate from, LocalDate to) {
        TimeSpan days = new TimeSpan(
                from.atStartOfDay(listing.zone()).toInstant(),
                to.plusDays(1).atStartOfDay(listing.zone()).toInstant());
        return Resource.therapist(listing.id()).keysDuring(days).stream();
    }

    /**
     * What was found.
     *
     * @param visits those that stand, and those that took place
     * @param holders everything that takes time at present, visits too
     */
    public record Agenda(List<Appointment> visits, List<Holder> holders) {

        public Agenda {
            visits = List.copyOf(visits);
            holders = List.copyOf(holders);
        }
    }
}

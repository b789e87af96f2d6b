package org.bodywork.bookings.series.application;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.AppointmentsInMemory;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.BookableStarts;
import org.bodywork.bookings.appointment.application.BookingLimits;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Holds;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.application.NoArchive;
import org.bodywork.bookings.appointment.application.PrivateTexts;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.application.TakeTime;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.client.application.ClientRecordsInMemory;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.series.domain.Booker;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.SeriesWish;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything that a series is taken through, over stores in memory that may die at any write. */
final class SeriesDesk {

    static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    static final TherapistId MAY = new TherapistId(UUID.randomUUID());
    static final Visitor VISITOR = new Visitor("browser", "address");
    static final BookingLimits LIMITS = new BookingLimits(3, 20, 2, 3);

    private static final Set<String> WRITES = Set.of("add", "book", "apply", "replace", "drop");

    final SettableClock clock;
    final Map<TherapistId, Listing> listed = new HashMap<>();
    final Candidates candidates = new Candidates();
    final ManageLinks links = new ManageLinks(Mac.of("1", FreshKeys.key()), URI.create("http://localhost/"));
    final AppointmentsInMemory appointments = new AppointmentsInMemory(links);
    final SeriesInMemory kept = new SeriesInMemory(links);

    private final Recognition recognition = new Recognition(Mac.of("1", FreshKeys.key()));
    private int writesToLive = Integer.MAX_VALUE;
    private boolean diesAfter;
    private int writes;

    SeriesDesk(SettableClock clock) {
        this.clock = clock;
    }

    /** Use cases of one instance. */
    record Desk(
            HoldTime holds, HoldSeries hold, BookSeries book, ChangeSeries change, FindSeries find, EndSeries end) {}

    /** One whose process dies at its n-th write, from 1: just before it, or just after. */
    Desk dyingAt(int write, boolean after) {
        writes = 0;
        writesToLive = write;
        diesAfter = after;
        return desk(
                mortal(Appointments.class, appointments),
                mortal(Holds.class, appointments.holds()),
                mortal(AllSeries.class, kept));
    }

    Desk desk() {
        return desk(appointments, appointments.holds(), kept);
    }

    boolean hasDied() {
        return writes >= writesToLive;
    }

    private Desk desk(Appointments visits, Holds holds, AllSeries all) {
        BusinessClock business = new BusinessClock(clock);
        Listings listings =
                id -> Mono.justOrEmpty(listed.get(id)).switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new));
        FreshOpenings openings = new FreshOpenings(
                (_, _, now) -> Mono.fromSupplier(() -> appointments.busy(now)),
                (_, _, _) -> Mono.just(Map.of()),
                business,
                new SimpleMeterRegistry());
        BookableStarts starts = new BookableStarts(listings, visits, openings, business);
        TakeTime time = new TakeTime(visits, holds, business);
        ClientRecordsInMemory clients = new ClientRecordsInMemory();
        HoldTime keeper = new HoldTime(starts, time, holds, LIMITS, business);
        ManageByLink byLink = new ManageByLink(visits, business);
        MoveVisit moves =
                new MoveVisit(byLink, new StaffAppointments(visits, new NoArchive()), visits, starts, time, business);
        BookAppointment booking = new BookAppointment(
                listings, starts, time, visits, holds, LIMITS, recognition, new PrivateTexts(clients), business);
        FindSeries find = new FindSeries(all, visits);
        HoldSeries holding = new HoldSeries(
                listings, new SeriesTimes(listings, candidates, openings, business), keeper, all, business);
        BookSeries book = new BookSeries(find, all, holding, booking, clients, recognition, business);
        ChangeSeries change = new ChangeSeries(find, all, byLink, links, moves, business);
        return new Desk(keeper, holding, book, change, find, new EndSeries(all, find, holding, book, change, business));
    }

    @SuppressWarnings("unchecked") // The proxy is of the port it is asked for.
    private <T> T mortal(Class<T> port, T store) {
        return (T) Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
            Object answer;
            try {
                answer = method.invoke(store, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            boolean writing = WRITES.contains(method.getName());
            return answer instanceof Flux<?> read ? Flux.defer(() -> alive(read)) : mono((Mono<?>) answer, writing);
        });
    }

    private Flux<?> alive(Flux<?> read) {
        return hasDied() ? Flux.error(new Died()) : read;
    }

    private Mono<?> mono(Mono<?> step, boolean writing) {
        return Mono.defer(() -> {
            if (hasDied()) {
                return Mono.error(new Died());
            }
            if (writing && ++writes == writesToLive) {
                return diesAfter ? step.then(Mono.error(new Died())) : Mono.error(new Died());
            }
            return step;
        });
    }

    /** The process is gone. */
    static final class Died extends RuntimeException {
        Died() {
            super("died", null, false, false);
        }
    }

    SeriesDesk with(Listing... therapists) {
        Arrays.stream(therapists).forEach(listing -> listed.put(listing.id(), listing));
        return this;
    }

    static SeriesWish weekly(LocalDate first, int count, String around) {
        return new SeriesWish(JUNE, AListing.SWEDISH, first, count, 7, LocalTime.parse(around), true);
    }

    static Mono<Series> holding(Desk desk, SeriesWish wish, String key) {
        return desk.hold()
                .hold(wish, Asking.ANYBODY, VISITOR, new Fingerprint(key, wish.toString()))
                .map(HoldSeries.Answer::series);
    }

    Mono<Series> booking(Desk desk, Series held, AppointmentId... times) {
        List<AppointmentId> chosen = List.of(times);
        return desk.book().book(secretOf(held), Set.copyOf(chosen), ada(), chosen.toString());
    }

    Booker ada() {
        EmailAddress email = new EmailAddress("ada@example.org");
        return new Booker(
                new Client("Ada Lovelace", email, null, Language.EN, null),
                recognition.refOf(email),
                true,
                false,
                false);
    }

    String secretOf(Series series) {
        return links.seriesSecretOf(series.id().toString());
    }

    void letPass(Duration time) {
        clock.set(clock.instant().plus(time));
    }
}

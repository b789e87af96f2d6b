package org.bodywork.allinone.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bodywork.allinone.journey.FreeTimes.FreeTime;
import org.bodywork.allinone.process.Waiting;

/** A busy hour in short: enough of everything that clients and therapists do for a JVM to learn what matters. */
public final class Rehearsal {

    private static final int BOOKINGS = 100;
    private static final int AT_ONCE = 4;
    private static final int EVERY_SO_MANY_CANCEL = 8;
    private static final Duration ALL_TOLD_WITHIN = Duration.ofMinutes(2);

    private final List<DemoTherapist> therapists;
    private final Bookings bookings;
    private final Inbox inbox;
    private final Staff staff;

    public Rehearsal(Site site, List<DemoTherapist> therapists) {
        this.therapists = therapists;
        this.bookings = new Bookings(site.bookings());
        this.inbox = new Inbox(site.messages());
        this.staff = new Staff(site.directory(), inbox);
    }

    /** Returns once all clients have been told. */
    public void play() {
        FreeTimes times = FreeTimes.of(bookings, therapists, BOOKINGS);
        try (ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> visits = IntStream.range(0, BOOKINGS)
                    .<Future<?>>mapToObj(number -> crowd.submit(() -> visit(times.next(), number)))
                    .toList();
            for (Future<?> visit : visits) {
                visit.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a rehearsed visit failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rehearsal was interrupted", e);
        }
        acceptRequest();
        Waiting.until(
                () -> inbox.all().size(), told -> told >= BOOKINGS, ALL_TOLD_WITHIN, told -> told + " messages only");
    }

    private void visit(FreeTime time, int number) {
        Booked visit = bookings.book(time.therapist(), time.start(), Client.byEmailOnly("Rehearsing Client"));
        if (number % EVERY_SO_MANY_CANCEL == 0) {
            bookings.cancel(visit);
        }
    }

    private void acceptRequest() {
        DemoTherapist therapist =
                therapists.stream().filter(each -> !each.instant()).findFirst().orElseThrow();
        Client client = Client.called("Rehearsing Client");
        Booked visit = bookings.book(therapist, bookings.firstOpeningAfter(therapist, Instant.now()), client);
        bookings.accept(visit, staff.signIn(therapist.email()));
        inbox.await(client.phone(), 2);
    }
}

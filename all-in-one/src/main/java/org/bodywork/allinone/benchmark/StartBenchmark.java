package org.bodywork.allinone.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.DemoListings;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.Client;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.journey.Inbox;
import org.bodywork.allinone.journey.Staff;

/** How long it takes from the start of everything to readiness, and what each process then weighs. */
record StartBenchmark() implements Benchmark {

    private static final int STARTS = 3;
    private static final Duration AHEAD = Duration.ofDays(3);

    @Override
    public void run(Supplier<Bodywork> installation) {
        for (int start = 1; start <= STARTS; start++) {
            try (Bodywork bodywork = installation.get()) {
                long began = System.nanoTime();
                bodywork.start();
                System.out.printf(
                        Locale.ROOT,
                        "  start %d%s: ready after %.1f s; %s%n",
                        start,
                        start == 1 ? " (with the demo listings)" : "",
                        (System.nanoTime() - began) / 1e9,
                        bodywork.memory());
                liveThroughAVisit(bodywork);
                System.out.println("  after a visit: " + bodywork.memory());
            }
        }
    }

    private static void liveThroughAVisit(Bodywork bodywork) {
        Bookings bookings = new Bookings(bodywork.site().bookings());
        Inbox inbox = new Inbox(bodywork.site().messages());
        DemoTherapist therapist = DemoListings.therapists().stream()
                .filter(each -> !each.instant())
                .findFirst()
                .orElseThrow();
        Client client = Client.byEmailOnly("Bench Mark");
        var visit = bookings.book(
                therapist, bookings.firstOpeningAfter(therapist, Instant.now().plus(AHEAD)), client);
        bookings.accept(visit, new Staff(bodywork.site().directory(), inbox).signIn(therapist.email()));
        // A visit cancelled sooner than its confirmation goes out is never confirmed.
        inbox.await(client.email(), 2);
        bookings.cancel(visit);
        inbox.await(client.email(), 3);
    }
}

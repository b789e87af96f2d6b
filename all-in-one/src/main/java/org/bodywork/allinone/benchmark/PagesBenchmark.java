package org.bodywork.allinone.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.DemoListings;
import org.bodywork.allinone.journey.DemoTherapist;

/**
 * How long pages for everybody take while they are asked for steadily: home, results and profiles of the demo listings,
 * with the three services up. The whole page is waited for, so the first byte came sooner.
 */
record PagesBenchmark() implements Benchmark {

    private static final int PER_SECOND = 50;
    private static final int CONNECTIONS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final String AS_A_BROWSER = "\nAccept: text/html\r\nAccept-Language: en-US,en;q=0.9";

    private static final List<String> SEARCHES = List.of(
            "/",
            "/therapists",
            "/therapists?condition=back-pain&near=63143",
            "/therapists?condition=headache-migraine&area=st-louis&when=this-week",
            "/therapists?modality=deep-tissue&area=lakewood&sort=soonest&lang=es",
            "/therapists?condition=fibromyalgia&near=80226&gender=woman");

    /** The name of a demo account is that of the listing. */
    private static String profile(DemoTherapist therapist) {
        return "/therapists/" + therapist.email().substring(0, therapist.email().indexOf('@'));
    }

    @Override
    public void run(Supplier<Bodywork> installation) {
        try (Bodywork bodywork = installation.get()) {
            bodywork.start();
            List<String> paths = Stream.concat(
                            SEARCHES.stream(),
                            DemoListings.therapists().stream().map(PagesBenchmark::profile))
                    .toList();
            IntFunction<String> question = number -> paths.get(number % paths.size()) + AS_A_BROWSER;
            Load load = new Load(bodywork.site().bookings(), CONNECTIONS);
            AtomicInteger numbers = new AtomicInteger();
            load.paced(numbers, question, PER_SECOND, WARM_UP);
            System.out.printf(
                    "  whole page at %d a second: %s%n",
                    PER_SECOND, load.paced(numbers, question, PER_SECOND, MEASURED));
            System.out.println("  " + bodywork.memory());
        }
    }
}

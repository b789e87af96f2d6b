package org.bodywork.allinone.benchmark;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bodywork.allinone.Bodywork;
import org.bodywork.allinone.Service;
import org.bodywork.allinone.UpOptions;
import org.bodywork.allinone.benchmark.StoredVisits.Host;
import org.bodywork.allinone.journey.Booked;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.Client;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.allinone.process.Waiting;

/**
 * How many questions for openings are answered a second, from memory and afresh, as shares of what the same service
 * answers with a constant body of the same length; what a history of 10 000 visits changes; and what the openings of
 * fifty therapists cost, compared with those of one.
 */
record OpeningsBenchmark() implements Benchmark {

    private static final int THERAPISTS = 1_000;
    private static final int FUTURE_VISITS_EACH = 20;
    private static final int PAST_VISITS = 10_000;
    private static final int CONNECTIONS = 64;
    private static final int DATES = 28;

    /** Longer than a treatment of an hour and its buffer of a quarter. */
    private static final Duration APART = Duration.ofMinutes(90);

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(3);
    private static final String AFRESH = "\nCache-Control: no-cache";
    private static final String GZIP = "\nAccept-Encoding: gzip";

    @Override
    public UpOptions options(UpOptions usual) {
        return usual.measuring(Set.of(Service.THERAPIST, Service.BOOKING));
    }

    @Override
    public void run(Supplier<Bodywork> installation) {
        try (Bodywork bodywork = installation.get()) {
            bodywork.start();
            bodywork.importTherapists("openings", VariedListings.csv(0, THERAPISTS));
            List<DemoTherapist> therapists =
                    DemoTherapist.in(VariedListings.csv(0, THERAPISTS)).stream().toList();
            Bookings bookings = new Bookings(bodywork.site().bookings());
            List<String> everybody = therapists.stream()
                    .map(therapist -> therapist.therapistId().toString())
                    .toList();
            try (MongoClient mongo = MongoClients.create(bodywork.databaseAddress())) {
                MongoDatabase database = mongo.getDatabase("bookings");
                // Listings come over several partitions: that one is there says nothing of those before it.
                Map<String, Host> hosts = Waiting.until(
                        () -> Host.of(database),
                        known -> known.keySet().containsAll(everybody),
                        KNOWN_WITHIN,
                        known -> "booking-service knows only %d therapists".formatted(known.size()));
                List<Host> inTurn = everybody.stream()
                        .map(hosts::get)
                        .filter(Objects::nonNull)
                        .toList();
                StoredVisits visits = visits(bookings, therapists.getFirst(), inTurn, database);
                measure(bodywork.site().bookings(), therapists, visits, inTurn.get(1));
            }
        }
    }

    /** Colleagues have theirs one after the other, so that all of them find the room of the pattern free. */
    private static StoredVisits visits(
            Bookings bookings, DemoTherapist first, List<Host> hosts, MongoDatabase database) {
        LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        Booked pattern =
                bookings.book(first, bookings.openings(first, soon, 14).getFirst(), Client.byEmailOnly("Bench Mark"));
        StoredVisits visits = new StoredVisits(database.getCollection("appointments"), pattern.id());
        OffsetDateTime morning = soon.plusDays(1).atTime(15, 0).atOffset(ZoneOffset.UTC);
        visits.write(IntStream.range(1, hosts.size())
                .boxed()
                .flatMap(number -> IntStream.range(0, FUTURE_VISITS_EACH)
                        .mapToObj(turn -> visits.of(
                                hosts.get(number),
                                morning.plusDays(turn * 2L)
                                        .plus(APART.multipliedBy(number % VariedListings.PER_PRACTICE))
                                        .toInstant()))));
        return visits;
    }

    private static void measure(URI service, List<DemoTherapist> therapists, StoredVisits visits, Host host) {
        Load load = new Load(service, CONNECTIONS);
        DemoTherapist one = therapists.get(1);
        LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        IntFunction<String> week = _ -> question(one, from, 7);
        IntFunction<String> month = _ -> question(one, from, 31);
        IntFunction<String> weeks = number -> any(therapists, from, number, 7) + AFRESH;
        IntFunction<String> months = number -> any(therapists, from, number, 31) + AFRESH;

        load.fullSpeed(new AtomicInteger(), weeks, WARM_UP);
        compare(load, "a week", week, weeks);
        compare(load, "a month", month, months);

        double before = rate(load, _ -> question(one, from, 7) + AFRESH);
        visits.write(IntStream.range(1, PAST_VISITS + 1)
                .mapToObj(turn -> visits.of(
                        host,
                        from.minusDays(3)
                                .atTime(12, 0)
                                .atOffset(ZoneOffset.UTC)
                                .minusHours(2L * turn)
                                .toInstant())));
        double after = rate(load, _ -> question(one, from, 7) + AFRESH);
        System.out.printf(
                Locale.ROOT,
                "  one therapist's week afresh: %.0f a second, with %d past visits %.0f: %.2f of it%n",
                before,
                PAST_VISITS,
                after,
                after / before);
        fifty(load, from, one);
    }

    private static void compare(Load load, String what, IntFunction<String> known, IntFunction<String> fresh) {
        long bytes = load.fullSpeed(new AtomicInteger(), known, MEASURED).bytesEach();
        IntFunction<String> constant = _ -> "/yardstick?bytes=" + bytes;
        load.fullSpeed(new AtomicInteger(), constant, WARM_UP);
        load.fullSpeed(new AtomicInteger(), known, WARM_UP);
        double yardstick = rate(load, constant);
        double cached = rate(load, known);
        double again = rate(load, constant);
        double afresh = rate(load, fresh);
        System.out.printf(
                Locale.ROOT,
                "  %s of %d bytes: constant body %.0f and %.0f a second, cached %.0f: %.2f of it, afresh %.0f: %.2f of it%n",
                what,
                bytes,
                yardstick,
                again,
                cached,
                2 * cached / (yardstick + again),
                afresh,
                2 * afresh / (yardstick + again));
        System.out.printf(
                Locale.ROOT,
                "  %s cached at %.0f a second: %s%n",
                what,
                cached / 2,
                load.paced(new AtomicInteger(), known, cached / 2, MEASURED));
    }

    /** What a question takes while as many are asked at once. */
    private static void fifty(Load load, LocalDate from, DemoTherapist one) {
        String fifty = "/api/openings?area=st-louis&modality=swedish&minutes=60&from=%s&to=%s"
                .formatted(from, from.plusDays(6));
        for (String way : List.of("", GZIP, AFRESH, AFRESH + "\r" + GZIP)) {
            IntFunction<String> ofFifty = _ -> fifty + way;
            load.fullSpeed(new AtomicInteger(), ofFifty, WARM_UP.dividedBy(3));
            Load.Rate all = load.fullSpeed(new AtomicInteger(), ofFifty, MEASURED);
            double single = rate(load, _ -> question(one, from, 7) + way);
            System.out.printf(
                    Locale.ROOT,
                    "  a week of fifty therapists%s, %d bytes: %.0f a second, %.1f times the cost of one (%.0f)%n",
                    way.replaceAll("[\r\n]+", ", "),
                    all.bytesEach(),
                    all.perSecond(),
                    single / all.perSecond(),
                    single);
        }
    }

    private static double rate(Load load, IntFunction<String> question) {
        return load.fullSpeed(new AtomicInteger(), question, MEASURED).perSecond();
    }

    private static String any(List<DemoTherapist> therapists, LocalDate from, int number, int days) {
        DemoTherapist therapist = therapists.get(number % therapists.size());
        return question(therapist, from.plusDays(number / therapists.size() % DATES), days);
    }

    private static String question(DemoTherapist therapist, LocalDate from, int days) {
        return "/api/openings?therapistId=%s&treatmentId=%s&from=%s&to=%s"
                .formatted(therapist.therapistId(), therapist.treatmentId(), from, from.plusDays(days - 1L));
    }
}

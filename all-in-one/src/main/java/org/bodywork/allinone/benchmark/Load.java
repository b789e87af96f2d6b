package org.bodywork.allinone.benchmark;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Many connections that ask all the time, one service or several alike.
 *
 * @param connections each with one question at a time
 */
record Load(List<URI> services, int connections) {

    Load(URI service, int connections) {
        this(List.of(service), connections);
    }

    /** What came of asking as fast as answers come. */
    record Rate(long answers, long bytes, Duration time) {

        double perSecond() {
            return answers * 1e9 / time.toNanos();
        }

        long bytesEach() {
            return answers == 0 ? 0 : bytes / answers;
        }
    }

    /** Asks the next question as soon as an answer is there. */
    Rate fullSpeed(AtomicInteger numbers, IntFunction<String> question, Duration time) {
        AtomicLong answers = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        long began = System.nanoTime();
        onAll(connection -> {
            while (System.nanoTime() - began < time.toNanos()) {
                bytes.addAndGet(connection.get(question.apply(numbers.getAndIncrement())));
                answers.incrementAndGet();
            }
        });
        return new Rate(answers.get(), bytes.get(), Duration.ofNanos(System.nanoTime() - began));
    }

    /** Asks at one pace, and counts the time of a question from when it was due, whether or not it could be sent. */
    Measured paced(AtomicInteger numbers, IntFunction<String> question, double perSecond, Duration time) {
        AtomicInteger next = new AtomicInteger();
        int last = Math.toIntExact(Math.round(perSecond * time.toNanos() / 1e9));
        long[] took = new long[last];
        long began = System.nanoTime();
        onAll(connection -> {
            for (int turn = next.getAndIncrement(); turn < last; turn = next.getAndIncrement()) {
                long due = began + Math.round(turn * 1e9 / perSecond);
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                connection.get(question.apply(numbers.getAndIncrement()));
                took[turn] = System.nanoTime() - due;
            }
        });
        return new Measured(took);
    }

    /** Each connection to the next of the services in turn. */
    void onAll(Consumer<KeptConnection> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                URI service = services.get(i % services.size());
                all.add(CompletableFuture.runAsync(
                        () -> {
                            try (KeptConnection connection = new KeptConnection(service)) {
                                work.accept(connection);
                            }
                        },
                        threads));
            }
            all.forEach(CompletableFuture::join);
        }
    }
}

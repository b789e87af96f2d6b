package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Tells staff who listen at this instance what has become of their appointments, on whichever instance that was decided.
 * Who listens begins with the present state; who cannot keep up is let go, and begins anew.
 */
public final class VisitNews {

    private static final int MOST_WAITING = 256;

    private final Set<Listening> listening = ConcurrentHashMap.newKeySet();

    /** Hears from now on, until it is closed. */
    public Listening listen(Colleague colleague) {
        Listening listener = new Listening(colleague);
        listening.add(listener);
        return listener;
    }

    public void tell(News news) {
        listening.forEach(listener -> listener.hear(news));
    }

    /** Something may have been missed, or this instance ends: everybody has to begin anew. */
    public void endAll() {
        listening.forEach(Listening::end);
    }

    /** One who listens. */
    public final class Listening implements AutoCloseable {

        private final Colleague colleague;
        private final Sinks.Many<News> heard =
                Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_WAITING));

        private Listening(Colleague colleague) {
            this.colleague = colleague;
        }

        public Flux<News> news() {
            return heard.asFlux();
        }

        private synchronized void hear(News news) {
            if (colleague.looksAfter(news.therapist(), news.practice())
                    && heard.tryEmitNext(news).isFailure()) {
                end();
            }
        }

        private synchronized void end() {
            heard.tryEmitComplete();
        }

        @Override
        public void close() {
            listening.remove(this);
        }
    }

    /**
     * How an appointment stands since its last change.
     *
     * @param sequence numbers the changes of one appointment
     * @param awaitsAnswer whether staff are asked for a yes or no
     * @param until when that ends by itself; null where nothing is asked
     */
    public record News(
            AppointmentId id,
            long sequence,
            Status status,
            TherapistId therapist,
            PracticeId practice,
            Instant start,
            Instant end,
            ZoneId zone,
            boolean awaitsAnswer,
            @Nullable Instant until) {}
}

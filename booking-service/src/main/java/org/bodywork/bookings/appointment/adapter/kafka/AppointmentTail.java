package org.bodywork.bookings.appointment.adapter.kafka;

import java.time.Instant;
import java.time.ZoneId;
import org.bodywork.bookings.appointment.adapter.kafka.AppointmentChanged.Together;
import org.bodywork.bookings.appointment.adapter.kafka.AppointmentChanged.WantedTime;
import org.bodywork.bookings.appointment.application.VisitNews;
import org.bodywork.bookings.appointment.application.VisitNews.News;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears of every change that any instance has published, for the staff who watch at this one. */
@Component
final class AppointmentTail implements EventHandler {

    private static final String CHANGES = "org.bodywork.appointment.";
    private static final String CHECKPOINT = "org.bodywork.appointment.checkpoint.v1";

    private final VisitNews news;

    AppointmentTail(VisitNews news) {
        this.news = news;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return Mono.fromRunnable(() -> {
            if (event.type().startsWith(CHANGES) && !event.type().equals(CHECKPOINT)) {
                AppointmentChanged changed = event.as(AppointmentChanged.class);
                // What is only told again is no news.
                if (changed.republished() == null) {
                    news.tell(newsOf(changed, changed.therapistId()));
                    Together other = changed.companion();
                    if (other != null) {
                        news.tell(newsOf(changed, other.therapistId()));
                    }
                }
            }
        });
    }

    private static News newsOf(AppointmentChanged changed, String therapist) {
        WantedTime wanted = changed.wanted();
        boolean asksToMove = wanted != null && wanted.by() == Actor.Kind.CLIENT;
        boolean awaits = asksToMove || changed.status() == Status.REQUESTED;
        Instant until = wanted != null && asksToMove ? wanted.expiresAt() : changed.requestedUntil();
        return new News(
                AppointmentId.of(changed.id()),
                changed.sequence(),
                changed.status(),
                TherapistId.of(therapist),
                PracticeId.of(changed.practiceId()),
                changed.start(),
                changed.end(),
                ZoneId.of(changed.zone()),
                awaits,
                awaits ? until : null);
    }
}

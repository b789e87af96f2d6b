package org.bodywork.notifications.notification.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.Visit.Series;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Lets one message tell of all visits that were booked together. The first of those that wait to be told speaks for all
 * of them; the others end once it has. What comes too late for that, or whose speaker could not be sent, is told by
 * itself: nobody has to be chosen beforehand, so nothing is lost with whoever was.
 */
final class SeriesNews {

    /** Their events come within a second; one that takes longer is told later. */
    private static final Duration GATHERS = Duration.ofSeconds(15);

    private final Notifications notifications;
    private final Visits visits;

    SeriesNews(Notifications notifications, Visits visits) {
        this.notifications = notifications;
        this.visits = visits;
    }

    /**
     * What is to be done with one of them.
     *
     * @param instead anything but sending it
     * @param together the visits it tells of; none where it tells of its own only
     */
    record Turn(@Nullable Decision instead, List<Visit> together) {

        private static final Turn ALONE = new Turn(null, List.of());
        private static final Turn NOT_YET = new Turn(new Decision.LookAgain(), List.of());
        private static final Turn TOLD = new Turn(new Decision.ToldTogether(), List.of());
    }

    Mono<Turn> of(Notification message, Visit visit, Instant now) {
        @Nullable Series series = visit.series();
        if (series == null || !message.kind().speaksForASeries() || message.resend() != null) {
            return Mono.just(Turn.ALONE);
        }
        return visits.ofSeries(series.id())
                .sort(Comparator.comparing(Visit::start)
                        .thenComparing(each -> each.id().value()))
                .collectList()
                .flatMap(all -> notifications
                        .aboutAll(all.stream().map(Visit::id).toList())
                        .filter(other -> other.kind() == message.kind() && other.goesWhere(message))
                        .filter(other -> other.resend() == null)
                        .collectList()
                        .map(rows -> spokenFor(message, visit, rows).orElseGet(() -> {
                            boolean moreToCome = all.size() < series.of()
                                    && now.isBefore(message.plannedAt().plus(GATHERS));
                            return moreToCome ? Turn.NOT_YET : speak(visit, waiting(visit, all, rows));
                        })));
    }

    /** Whether another message tells, or told, of it. */
    private static Optional<Turn> spokenFor(Notification message, Visit visit, List<Notification> rows) {
        List<Notification> speakers = rows.stream()
                .filter(other -> !other.id().equals(message.id()) && other.speaksFor(visit.id()))
                .toList();
        if (speakers.stream().anyMatch(speaker -> speaker.arrived().isPresent())) {
            return Optional.of(Turn.TOLD);
        }
        return speakers.stream().anyMatch(Notification::isOpen) ? Optional.of(Turn.NOT_YET) : Optional.empty();
    }

    /** Those that are still to be told, and stand as this one does. */
    private static List<Visit> waiting(Visit visit, List<Visit> all, List<Notification> rows) {
        Set<AppointmentId> open = rows.stream()
                .filter(Notification::isOpen)
                .map(row -> row.about().appointment())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(each -> open.contains(each.id()) && each.status() == visit.status())
                .toList();
    }

    private static Turn speak(Visit visit, List<Visit> waiting) {
        boolean first = !waiting.isEmpty() && waiting.getFirst().id().equals(visit.id());
        return first ? new Turn(null, waiting) : Turn.NOT_YET;
    }
}

package org.bodywork.notifications.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.bodywork.notifications.notification.application.Agendas;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans one agenda for each member of staff and day with a visit, at seven in the morning at the visit's place. */
final class PlannedAgendas implements Agendas {

    private static final LocalTime GOES_AT = LocalTime.of(7, 0);
    private static final LocalTime IS_OLD_AT = LocalTime.NOON;

    private final Notices notices;
    private final BusinessClock clock;

    PlannedAgendas(Notices notices, BusinessClock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Mono<Void> include(Visit visit, List<String> accounts) {
        LocalDate day = visit.localStart().toLocalDate();
        Instant due = day.atTime(GOES_AT).atZone(visit.zone()).toInstant();
        if (visit.status() != VisitStatus.CONFIRMED || !due.isAfter(clock.now())) {
            return Mono.empty();
        }
        Instant old = day.atTime(IS_OLD_AT).atZone(visit.zone()).toInstant();
        return Flux.fromIterable(accounts)
                .concatMap(account -> notices.add(NoticeDocument.agenda(
                        account, visit.therapist().value(), day, visit.zone().getId(), due, old)))
                .then();
    }
}

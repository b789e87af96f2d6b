package org.bodywork.notifications.notice;

import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.notification.domain.VisitBuilder;

/** What staff are emailed that is about no one visit, as it would read. */
public final class NoticeSamples {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private NoticeSamples() {}

    public static Letter agenda(Language language) {
        return new NoticeLetters()
                .agenda(
                        language.locale(),
                        DAY,
                        List.of(
                                aConfirmedVisit().forSomebodyCalled("Ana López").build(),
                                aConfirmedVisit()
                                        .forSomebodyCalled("Sam Example")
                                        .startingAt(VisitBuilder.START.plus(Duration.ofHours(3)))
                                        .build()));
    }

    public static Letter credential(Language language) {
        return new NoticeLetters().credential(language.locale(), Optional.of("June Park"), DAY);
    }
}

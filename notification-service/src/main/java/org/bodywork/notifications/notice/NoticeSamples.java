package org.bodywork.notifications.notice;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.letter.LetterSample;
import org.bodywork.notifications.notice.NoticeLetters.Entry;

/** Notices as they would read, about invented people. */
public final class NoticeSamples {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final URI CONSOLE = URI.create("https://book.example/console");

    private static final NoticeLetters LETTERS = new NoticeLetters();

    private NoticeSamples() {}

    public static LetterSample agenda() {
        List<Entry> entries = List.of(entry(10, "Ana López"), entry(13, "Sam Example"));
        return new LetterSample(
                NoticeDocument.Kind.AGENDA.name(),
                "STAFF",
                language -> LETTERS.agenda(language.locale(), DAY, entries, CONSOLE));
    }

    private static Entry entry(int hour, String client) {
        return new Entry(DAY.atTime(LocalTime.of(hour, 0)).atZone(ZONE), client);
    }

    public static LetterSample credential() {
        return new LetterSample(
                NoticeDocument.Kind.CREDENTIAL_EXPIRING.name(),
                "STAFF",
                language -> LETTERS.credential(language.locale(), Optional.of("June Park"), DAY));
    }
}

package org.bodywork.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.notice.NoticeLetters.Entry;
import org.junit.jupiter.api.Test;

class NoticeLettersTest {

    private static final NoticeLetters LETTERS = new NoticeLetters();

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final List<Entry> VISITS = List.of(Entry.of(aConfirmedVisit().build()));
    private static final URI CONSOLE = URI.create("http://localhost:8080/console");

    @Test
    void theAgendaStatesEachTimeWithItsZone() {
        Letter agenda = LETTERS.agenda(Locale.US, DAY, VISITS, CONSOLE);

        assertThat(agenda.subject()).isEqualTo("Your visits today, November 24, 2026");
        assertThat(agenda.facts()).containsExactly(new Fact("Tue 24 Nov, 10:00 AM Central Time", "Ana Lopez"));
        assertThat(agenda.asText()).contains("http://localhost:8080/console");
    }

    @Test
    void theAgendaIsWrittenInSpanishForWhoeverReadsIt() {
        Letter agenda = LETTERS.agenda(Locale.of("es", "MX"), DAY, VISITS, CONSOLE);

        assertThat(agenda.subject()).isEqualTo("Sus citas de hoy, 24 de noviembre de 2026");
    }

    @Test
    void aCredentialIsSaidToBeOfWhoeverIsKnown() {
        assertThat(LETTERS.credential(Locale.US, Optional.of("June Example"), DAY)
                        .paragraphs())
                .first()
                .isEqualTo("The license of June Example expires on November 24, 2026.");
        assertThat(LETTERS.credential(Locale.of("es"), Optional.empty(), DAY).paragraphs())
                .first()
                .isEqualTo("Una licencia de su centro vence el 24 de noviembre de 2026.");
    }
}

package org.bodywork.notifications.notice;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.letter.Letter.Link;
import org.bodywork.notifications.letter.PerLanguage;
import org.bodywork.notifications.letter.VisitTime;
import org.bodywork.notifications.letter.Words;
import org.bodywork.notifications.notification.domain.Visit;

/** Puts notices into words, which are read at start. */
final class NoticeLetters {

    private final PerLanguage<Words> agendas = PerLanguage.of(language -> Words.named("agenda", language));

    private final PerLanguage<Words> credentials =
            PerLanguage.of(language -> Words.named("credential-expiring", language));

    /**
     * The visits of a day.
     *
     * @param entries in order of their start
     * @param console where staff sign in
     */
    Letter agenda(Locale wanted, LocalDate day, List<Entry> entries, URI console) {
        Language language = Language.closestTo(wanted);
        Words words = agendas.in(language);
        DayFacts facts = new DayFacts(date(day, language));
        VisitTime time = new VisitTime(language.locale());
        return letter(
                language,
                words,
                facts,
                entries.stream()
                        .map(entry -> new Fact(time.of(entry.start()), entry.client()))
                        .toList(),
                List.of(new Link(words.line("link", facts), console)));
    }

    /**
     * A credential that expires.
     *
     * @param whose the therapist's name; none while the listing is not known
     * @param lastDay the last valid day
     */
    Letter credential(Locale wanted, Optional<String> whose, LocalDate lastDay) {
        Language language = Language.closestTo(wanted);
        CredentialFacts facts = new CredentialFacts(whose, date(lastDay, language));
        return letter(language, credentials.in(language), facts, List.of(), List.of());
    }

    private static Letter letter(Language language, Words words, Record model, List<Fact> facts, List<Link> links) {
        return new Letter(
                language,
                words.line("subject", model),
                words.line("greeting", model),
                words.paragraphs(model),
                facts,
                links,
                words.line("closing", model),
                List.of());
    }

    private static String date(LocalDate day, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }

    /** One visit of an agenda: when it starts at its place, and who comes. */
    record Entry(ZonedDateTime start, String client) {

        static Entry of(Visit visit) {
            return new Entry(visit.localStart(), visit.client().name());
        }
    }

    /** All that an agenda's own words may say. */
    private record DayFacts(String date) {}

    /** All that a warning may say. */
    private record CredentialFacts(Optional<String> whose, String date) {}
}

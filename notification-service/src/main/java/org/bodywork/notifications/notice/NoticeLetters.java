package org.bodywork.notifications.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.letter.Letter.Link;
import org.bodywork.notifications.notification.domain.Visit;

/** Puts notices into words. */
final class NoticeLetters {

    private static final Locale SPANISH = Locale.of("es", "US");

    private NoticeLetters() {}

    /**
     * The visits of a day.
     *
     * @param visits in order of their start; at least one
     */
    static Letter agenda(Locale wanted, LocalDate day, List<Visit> visits) {
        Locale language = ours(wanted);
        DateTimeFormatter time = DateTimeFormatter.ofPattern("h:mm a", language);
        List<Fact> facts = visits.stream()
                .map(visit ->
                        new Fact(time.format(visit.localStart()), visit.client().name()))
                .toList();
        String date = date(day, language);
        Link link = new Link(
                isSpanish(language) ? "Abrir el calendario" : "Open the calendar",
                visits.getFirst().links().console());
        return isSpanish(language)
                ? new Letter(
                        language,
                        "Sus citas de hoy, " + date,
                        "Buenos días:",
                        List.of("Estas son sus citas de hoy."),
                        facts,
                        Optional.of(link),
                        "Bodywork")
                : new Letter(
                        language,
                        "Your visits today, " + date,
                        "Good morning,",
                        List.of("These are your visits today."),
                        facts,
                        Optional.of(link),
                        "Bodywork");
    }

    /**
     * A credential that expires.
     *
     * @param whose the therapist's name; none while the listing is not known
     * @param lastDay the last valid day
     */
    static Letter credential(Locale wanted, Optional<String> whose, LocalDate lastDay) {
        Locale language = ours(wanted);
        String date = date(lastDay, language);
        return isSpanish(language)
                ? new Letter(
                        language,
                        "Una licencia vence el " + date,
                        "Hola:",
                        List.of(
                                whose.map(name -> "La licencia de " + name).orElse("Una licencia de su centro")
                                        + " vence el " + date + ".",
                                "Renuévela a tiempo, por favor, e indique en el perfil la fecha nueva. Sin ella no se"
                                        + " podrán reservar citas después de ese día."),
                        List.of(),
                        Optional.empty(),
                        "Bodywork")
                : new Letter(
                        language,
                        "A license expires on " + date,
                        "Hello,",
                        List.of(
                                whose.map(name -> "The license of " + name).orElse("A license at your practice")
                                        + " expires on " + date + ".",
                                "Please renew it in time and enter the new date in the profile. Without it nobody can"
                                        + " book after that day."),
                        List.of(),
                        Optional.empty(),
                        "Bodywork");
    }

    private static String date(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    private static Locale ours(Locale wanted) {
        return isSpanish(wanted) ? SPANISH : Locale.US;
    }

    private static boolean isSpanish(Locale language) {
        return language.getLanguage().equals("es");
    }
}

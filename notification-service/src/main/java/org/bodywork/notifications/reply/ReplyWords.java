package org.bodywork.notifications.reply;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.bodywork.notifications.letter.GsmText;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.PerLanguage;
import org.bodywork.notifications.letter.VisitTime;
import org.bodywork.notifications.letter.Words;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitStatus;

/** What we answer by text. */
final class ReplyWords {

    private final PerLanguage<Words> words = PerLanguage.of(language -> Words.named("replies", language));

    /** To somebody with a visit. */
    String about(Meaning meaning, Visit visit, Place place) {
        Language language = Language.closestTo(visit.client().language());
        Facts facts = new Facts(
                place.practice(),
                Optional.ofNullable(place.phone()),
                new VisitTime(language.locale()).of(visit.localStart()),
                visit.links().manage());
        return GsmText.fold(words.in(language).line(isTooSoon(meaning, visit) ? "waiting" : lineFor(meaning), facts));
    }

    /** Nobody can confirm what the practice has not. */
    private static boolean isTooSoon(Meaning meaning, Visit visit) {
        return meaning == Meaning.CONFIRM && visit.status() != VisitStatus.CONFIRMED;
    }

    /** To somebody we know no visit of. */
    String toAnybody(Meaning meaning, Locale locale) {
        String line = switch (meaning) {
            case STOP, START -> lineFor(meaning);
            case HELP, CONFIRM, RESCHEDULE, OTHER -> "unknown";
        };
        return GsmText.fold(words.in(Language.closestTo(locale)).line(line + "-anybody", new Nobody()));
    }

    private static String lineFor(Meaning meaning) {
        return switch (meaning) {
            case STOP -> "stopped";
            case START -> "started";
            case HELP -> "help";
            case CONFIRM -> "confirmed";
            case RESCHEDULE -> "reschedule";
            case OTHER -> "unknown";
        };
    }

    /** All that an answer may say: nothing of what the visit is for. */
    private record Facts(String practice, Optional<String> phone, String when, URI link) {}

    private record Nobody() {}
}

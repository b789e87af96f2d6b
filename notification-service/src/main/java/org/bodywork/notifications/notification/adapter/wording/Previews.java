package org.bodywork.notifications.notification.adapter.wording;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.bodywork.notifications.letter.GsmText;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.letter.PerLanguage;
import org.bodywork.notifications.letter.VisitTime;
import org.bodywork.notifications.notification.adapter.wording.VisitFacts.Changes;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;

/** Every message as it would read, about an invented visit. */
final class Previews {

    private static final ZonedDateTime START =
            Instant.parse("2026-11-24T16:00:00Z").atZone(ZoneId.of("America/Chicago"));

    private static final URI MAP = URI.create("https://www.google.com/maps/search/?api=1&query=38.612600,-90.321100");
    private static final URI PREFERENCES = URI.create("https://notify.example/preferences/invented");

    /** As long as real ones are. */
    private static final URI LINK = URI.create("https://book.example/manage/" + "x".repeat(43));

    private final PerLanguage<Phrasebook> phrasebooks = PerLanguage.of(Phrasebook::of);

    /**
     * One message.
     *
     * @param audience whom it is for
     * @param language such as {@code en}
     */
    record Preview(MessageKind kind, Audience audience, String language, EmailPreview email, SmsPreview sms) {}

    record EmailPreview(String subject, String text, String html) {}

    /**
     * The same as a text message.
     *
     * @param segments how many the providers count and bill
     */
    record SmsPreview(String text, int characters, int segments) {}

    Preview of(MessageKind kind, Language language) {
        Phrasebook phrasebook = phrasebooks.in(language);
        VisitFacts visit = invented(kind, language);
        boolean toClient = kind.audience() == Audience.CLIENT;
        Letter letter = phrasebook.letter(
                kind,
                visit,
                toClient ? Optional.of(MAP) : Optional.empty(),
                toClient ? Optional.of(PREFERENCES) : Optional.empty());
        String sms = phrasebook.sms(kind, visit);
        return new Preview(
                kind,
                kind.audience(),
                language.tag(),
                new EmailPreview(letter.subject(), letter.asText(), letter.asHtml()),
                new SmsPreview(sms, sms.length(), GsmText.segments(sms)));
    }

    private static VisitFacts invented(MessageKind kind, Language language) {
        VisitTime time = new VisitTime(language.locale());
        boolean toClient = kind.audience() == Audience.CLIENT;
        return new VisitFacts(
                toClient ? Optional.of("Ana López") : Optional.empty(),
                !toClient,
                "Ana López",
                "Maplewood Hands",
                Optional.of("June Park"),
                Optional.of("7300 Manchester Rd, Suite 2, Maplewood, MO 63143"),
                Optional.of("(314) 555-0142"),
                time.of(START),
                new Changes(Optional.of(time.of(START.minusHours(2))), true, false),
                false,
                LINK);
    }
}

package org.bodywork.notifications.notification.adapter.wording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.letter.Letter.Link;
import org.bodywork.notifications.notification.application.Occasion;
import org.bodywork.notifications.notification.application.Wording;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Reader;
import org.springframework.stereotype.Component;

/** Writes messages in the client's language where it is one of ours, else in English. */
@Component
final class MessageWording implements Wording {

    private static final Phrases ENGLISH = new English();
    private static final List<Phrases> LANGUAGES = List.of(ENGLISH, new Spanish());

    @Override
    public OutgoingMessage of(Notification notification, Occasion occasion) {
        Reader reader = occasion.reader();
        Phrases phrases = phrasesFor(reader.language());
        VisitFacts facts = VisitFacts.of(occasion, new VisitTime(phrases.language()));
        String id = notification.id().value();
        return switch (notification.channel()) {
            case EMAIL -> email(id, reader.address(), letter(notification.kind(), phrases, facts), occasion.place());
            case SMS -> new TextMessage(id, reader.address(), sms(notification.kind(), phrases, facts));
        };
    }

    private static Phrases phrasesFor(Locale wanted) {
        return LANGUAGES.stream()
                .filter(phrases -> phrases.language().getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    private static Letter letter(MessageKind kind, Phrases phrases, VisitFacts facts) {
        return new Letter(
                phrases.language(),
                phrases.subject(kind, facts),
                phrases.greeting(facts),
                phrases.paragraphs(kind, facts),
                phrases.facts(kind, facts),
                Optional.of(new Link(phrases.link(kind), facts.link())),
                phrases.closing(facts));
    }

    private static EmailMessage email(String id, String address, Letter letter, Place place) {
        return new EmailMessage(
                id, address, place.practice(), place.replyTo(), letter.subject(), letter.asText(), letter.asHtml());
    }

    /** Calls the practice by a shorter name where the text would otherwise take a second segment. */
    private static String sms(MessageKind kind, Phrases phrases, VisitFacts facts) {
        String whole = GsmText.fold(phrases.sms(kind, facts));
        int excess = GsmText.places(whole) - GsmText.ONE_SEGMENT;
        String practice = facts.practice();
        if (excess <= 0 || practice.length() - excess < ShortName.LEAST) {
            return whole;
        }
        String shorter = ShortName.of(practice, practice.length() - excess);
        return GsmText.fold(phrases.sms(kind, facts.callingThePractice(shorter)));
    }
}

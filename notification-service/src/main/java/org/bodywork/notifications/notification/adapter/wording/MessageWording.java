package org.bodywork.notifications.notification.adapter.wording;

import java.util.Optional;
import java.util.UUID;
import org.bodywork.notifications.delivery.application.RecipientLinks;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.letter.PerLanguage;
import org.bodywork.notifications.notification.application.Occasion;
import org.bodywork.notifications.notification.application.Wording;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.bodywork.notifications.notification.domain.Notification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.thymeleaf.exceptions.TemplateEngineException;

/** Writes messages in the reader's language where it is one of ours, else in English. */
@Component
final class MessageWording implements Wording {

    private static final Logger log = LoggerFactory.getLogger(MessageWording.class);

    private final PerLanguage<Phrasebook> phrasebooks;
    private final RecipientLinks links;

    @Autowired
    MessageWording(RecipientLinks links) {
        this(PerLanguage.of(Phrasebook::of), links);
    }

    MessageWording(PerLanguage<Phrasebook> phrasebooks, RecipientLinks links) {
        this.phrasebooks = phrasebooks;
        this.links = links;
    }

    @Override
    public OutgoingMessage of(Notification notification, Occasion occasion) {
        Language language = Language.closestTo(occasion.reader().language());
        try {
            return write(notification, occasion, phrasebooks.in(language));
        } catch (TemplateEngineException e) {
            if (language == Language.ENGLISH) {
                throw e;
            }
            // A message in another language beats none.
            log.atError()
                    .addKeyValue("kind", notification.kind())
                    .addKeyValue("language", language)
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("A template fails in one language; the message goes out in English");
            return write(notification, occasion, phrasebooks.in(Language.ENGLISH));
        }
    }

    private OutgoingMessage write(Notification notification, Occasion occasion, Phrasebook phrasebook) {
        VisitFacts facts = phrasebook.facts(notification.kind(), occasion);
        return switch (notification.channel()) {
            case EMAIL -> email(notification, occasion, phrasebook, facts);
            case SMS ->
                new TextMessage(
                        notification.id().value(),
                        occasion.reader().address(),
                        phrasebook.sms(notification.kind(), facts),
                        notification.usefulUntil());
        };
    }

    private EmailMessage email(Notification notification, Occasion occasion, Phrasebook phrasebook, VisitFacts facts) {
        boolean toClient = notification.kind().audience() == Audience.CLIENT;
        String address = occasion.reader().address();
        UUID about = UUID.fromString(occasion.visit().id().value());
        Optional<String> phone = occasion.visit().client().addressOn(Channel.SMS);
        Letter letter = phrasebook.letter(
                notification.kind(),
                facts,
                toClient ? occasion.place().map() : Optional.empty(),
                toClient ? Optional.of(links.preferences(address, phone, about)) : Optional.empty());
        EmailMessage email = new EmailMessage(
                notification.id().value(),
                address,
                facts.practice(),
                occasion.place().replyTo(),
                letter.subject(),
                letter.asText(),
                letter.asHtml());
        return toClient
                ? email.toLeaveBy(links.unsubscribe(address, about))
                        .inviting(Invitations.of(notification, occasion, phrasebook.calendarTitle(facts)))
                : email;
    }
}

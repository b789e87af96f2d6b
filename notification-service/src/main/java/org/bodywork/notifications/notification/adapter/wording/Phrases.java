package org.bodywork.notifications.notification.adapter.wording;

import java.util.List;
import java.util.Locale;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.notification.domain.MessageKind;

/** One language. Short sentences; what happened, what happens next, what the reader can do. */
interface Phrases {

    Locale language();

    String subject(MessageKind kind, VisitFacts visit);

    String greeting(VisitFacts visit);

    List<String> paragraphs(MessageKind kind, VisitFacts visit);

    List<Fact> facts(MessageKind kind, VisitFacts visit);

    /** What the link does. */
    String link(MessageKind kind);

    String closing(VisitFacts visit);

    /** As a text message, in one segment when names and links are of ordinary length. */
    String sms(MessageKind kind, VisitFacts visit);
}

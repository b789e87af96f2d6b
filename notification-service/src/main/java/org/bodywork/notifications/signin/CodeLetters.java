package org.bodywork.notifications.signin;

import java.util.List;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.letter.PerLanguage;
import org.bodywork.notifications.letter.Words;

/**
 * Writes the email that carries a code, in words read at start. No link: mail scanners follow links, and a code cannot be
 * burned by them.
 */
final class CodeLetters {

    private static final String SENDER = "Bodywork";

    private final PerLanguage<Words> words = PerLanguage.of(language -> Words.named("sign-in-code", language));

    EmailMessage of(String requestId, SealedCode code) {
        Letter letter = letter(Language.closestTo(code.language()), code.code());
        return new EmailMessage(
                requestId, code.email(), SENDER, null, letter.subject(), letter.asText(), letter.asHtml());
    }

    Letter letter(Language language, String code) {
        CodeFacts facts = new CodeFacts(code);
        Words written = words.in(language);
        return new Letter(
                language,
                written.line("subject", facts),
                written.line("greeting", facts),
                written.paragraphs(facts),
                List.of(new Fact(written.line("code", facts), facts.code())),
                List.of(),
                written.line("closing", facts),
                List.of());
    }

    /** All that the email may say. */
    private record CodeFacts(String code) {}
}

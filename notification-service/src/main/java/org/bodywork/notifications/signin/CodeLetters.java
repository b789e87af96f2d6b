package org.bodywork.notifications.signin;

import java.util.List;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.letter.Letter.Fact;
import org.bodywork.notifications.letter.PerLanguage;
import org.bodywork.notifications.letter.Words;

/** Writes the email that carries a code. No link: mail scanners follow links, and a code cannot be burned by them. */
final class CodeLetters {

    private static final String SENDER = "Bodywork";

    private static final PerLanguage<Words> WORDS = PerLanguage.of(language -> Words.named("sign-in-code", language));

    private CodeLetters() {}

    static EmailMessage of(String requestId, SealedCode code) {
        Letter letter = letter(Language.closestTo(code.language()), new CodeFacts(code.code()));
        return new EmailMessage(
                requestId, code.email(), SENDER, null, letter.subject(), letter.asText(), letter.asHtml());
    }

    private static Letter letter(Language language, CodeFacts facts) {
        Words words = WORDS.in(language);
        return new Letter(
                language,
                words.line("subject", facts),
                words.line("greeting", facts),
                words.paragraphs(facts),
                List.of(new Fact(words.line("code", facts), facts.code())),
                List.of(),
                words.line("closing", facts),
                List.of());
    }

    /** All that the email may say. */
    private record CodeFacts(String code) {}
}

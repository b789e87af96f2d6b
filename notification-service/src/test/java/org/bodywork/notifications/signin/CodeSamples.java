package org.bodywork.notifications.signin;

import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.letter.Language;

/** The email that carries a code, as it would read. */
public final class CodeSamples {

    private CodeSamples() {}

    public static EmailMessage code(Language language) {
        return new CodeLetters().of("invented", new SealedCode("ana@example.com", "402917", language.tag()));
    }
}

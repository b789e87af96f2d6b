package org.bodywork.notifications.signin;

import org.bodywork.notifications.letter.LetterSample;

/** The email that carries a code, as it would read. */
public final class CodeSample {

    private static final String INVENTED = "402917";

    private static final CodeLetters LETTERS = new CodeLetters();

    private CodeSample() {}

    public static LetterSample code() {
        return new LetterSample("SIGN_IN_CODE", "ANYBODY", language -> LETTERS.letter(language, INVENTED));
    }
}

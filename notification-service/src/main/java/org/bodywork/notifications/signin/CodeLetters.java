package org.bodywork.notifications.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.letter.Letter.Fact;

/** Writes the email that carries a code. No link: mail scanners follow links, and a code cannot be burned by them. */
final class CodeLetters {

    private static final String SENDER = "Bodywork";

    private CodeLetters() {}

    static EmailMessage of(String requestId, SealedCode code) {
        Letter letter = isSpanish(code.language()) ? spanish(code.code()) : english(code.code());
        return new EmailMessage(
                requestId, code.email(), SENDER, null, letter.subject(), letter.asText(), letter.asHtml());
    }

    private static boolean isSpanish(Locale language) {
        return language.getLanguage().equals("es");
    }

    private static Letter english(String code) {
        return new Letter(
                Locale.US,
                "Your sign-in code: " + code,
                "Hello,",
                List.of("Here is the code to sign in. It works once and only for a few minutes."),
                List.of(new Fact("Code", code)),
                Optional.empty(),
                "If you did not ask for it, you can ignore this email. Nobody gets in without the code.");
    }

    private static Letter spanish(String code) {
        return new Letter(
                Locale.of("es", "US"),
                "Su código para entrar: " + code,
                "Hola:",
                List.of("Este es el código para entrar. Sirve una sola vez y solo unos minutos."),
                List.of(new Fact("Código", code)),
                Optional.empty(),
                "Si no lo pidió, no haga caso de este correo. Sin el código nadie puede entrar.");
    }
}

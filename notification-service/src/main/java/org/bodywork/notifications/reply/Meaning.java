package org.bodywork.notifications.reply;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a text from a recipient means to us. The names are part of the event that tells of it. */
enum Meaning {
    STOP,
    START,
    HELP,
    CONFIRM,
    RESCHEDULE,
    /** Anything else: for people to read at the provider, and not kept here. */
    OTHER;

    /** The provider answers these by itself, and lets nothing of ours through after the first kind. */
    private static final Set<String> STOP_AT_PROVIDER =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");

    private static final Set<String> STOP_WORDS = Set.of(
            "OPT OUT",
            "STOP ALL",
            "PLEASE STOP",
            "STOP PLEASE",
            "UNSUSCRIBE",
            "ALTO",
            "PARAR",
            "PARE",
            "DETENER",
            "BAJA",
            "DAR DE BAJA",
            "CANCELAR",
            "BASTA");

    /**
     * Any reasonable way of saying stop counts (47 CFR 64.1200(a)(10)). Each speaks of messages, so that a visit somebody
     * wants to cancel is not taken for one.
     */
    private static final Pattern FREE_STOP = Pattern.compile(
            "\\b(STOP|QUIT|END|CEASE|DISCONTINUE)\\b.{0,20}\\b(TEXT|TEXTS|TEXTING|MESSAGE|MESSAGES|MESSAGING|MSG|MSGS|SMS"
                    + "|REMINDERS|SENDING|CONTACTING|BOTHERING|WRITING)\\b"
                    + "|\\b(DON T|DONT|DO NOT|NEVER|NO LONGER)\\b.{0,20}\\b(TEXT|MESSAGE|CONTACT|WRITE|BOTHER|SEND)\\b"
                    + "|\\bNO (MORE )?(TEXT|TEXTS|TEXTING|MESSAGES|SMS)\\b"
                    + "|\\b(TAKE|GET) ME OFF\\b|\\bREMOVE ME\\b|\\bREMOVE MY NUMBER\\b|\\bUNSUBSCRIBE ME\\b|\\bOPT (ME )?OUT\\b"
                    + "|\\bLEAVE ME ALONE\\b"
                    + "|\\bNO (ME |NOS )?(ENVIE|ENVIEN|ENVIES|MANDE|MANDEN|MANDES|ESCRIBA|ESCRIBAN|ESCRIBAS|MOLESTE|MOLESTEN"
                    + "|CONTACTE|CONTACTEN)\\b"
                    + "|\\bNO QUIERO (RECIBIR |VER )?(MAS )?(MENSAJES|TEXTOS|SMS|AVISOS)\\b"
                    + "|\\b(DEJE|DEJEN|DEJA|PARE|PAREN) DE (ENVIAR|ENVIARME|MANDAR|MANDARME|ESCRIBIR|ESCRIBIRME|MOLESTAR"
                    + "|MOLESTARME|TEXTEAR|TEXTEARME)\\b"
                    + "|\\bNO MAS (MENSAJES|TEXTOS|SMS|AVISOS)\\b|\\b(QUITE|QUITEN|BORRE|BORREN) MI NUMERO\\b"
                    + "|\\bDAR(ME)? DE BAJA\\b|\\bDEME DE BAJA\\b");

    private static final Set<String> START_WORDS =
            Set.of("START", "UNSTOP", "YES START", "EMPEZAR", "INICIAR", "COMENZAR");
    private static final Set<String> HELP_WORDS = Set.of("HELP", "INFO", "AYUDA", "INFORMACION");
    private static final Set<String> CONFIRM_WORDS = Set.of("C", "CONFIRM", "CONFIRMED", "CONFIRMO", "CONFIRMAR");
    private static final Set<String> RESCHEDULE_WORDS = Set.of("R", "RESCHEDULE", "CAMBIAR", "CAMBIO");

    static Meaning of(String text) {
        String words = words(text);
        if (STOP_AT_PROVIDER.contains(words)
                || STOP_WORDS.contains(words)
                || FREE_STOP.matcher(words).find()) {
            return STOP;
        }
        if (START_WORDS.contains(words)) {
            return START;
        }
        if (HELP_WORDS.contains(words)) {
            return HELP;
        }
        if (CONFIRM_WORDS.contains(words)) {
            return CONFIRM;
        }
        return RESCHEDULE_WORDS.contains(words) ? RESCHEDULE : OTHER;
    }

    /** Whether the provider has answered this by itself. */
    static boolean isAnsweredByProvider(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        return STOP_AT_PROVIDER.contains(word) || word.equals("START") || word.equals("UNSTOP");
    }

    /** Letters only, without their marks, in upper case, one space between words. */
    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }
}

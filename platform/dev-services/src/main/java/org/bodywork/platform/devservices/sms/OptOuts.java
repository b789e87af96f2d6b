package org.bodywork.platform.devservices.sms;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who wrote STOP to the provider and has not written START since; Twilio keeps this by itself. */
final class OptOuts {

    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

    private final Set<String> numbers = ConcurrentHashMap.newKeySet();

    void read(String from, String body) {
        var word = body.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            numbers.add(from);
        } else if (START.contains(word)) {
            numbers.remove(from);
        }
    }

    boolean contain(String number) {
        return numbers.contains(number);
    }
}

package org.bodywork.platform.devservices.inbox;

import java.util.Locale;
import java.util.function.Predicate;

/** Finding messages by whom they went to. */
public final class Recipients {

    private Recipients() {}

    /** To exactly this address or number, in any case. */
    public static Predicate<Message> is(String to) {
        var wanted = withPlus(to);
        return message -> message.to().equalsIgnoreCase(wanted);
    }

    /** To an address or number that contains this, in any case. */
    public static Predicate<Message> contains(String part) {
        var wanted = part.strip().toLowerCase(Locale.ROOT);
        return message -> message.to().toLowerCase(Locale.ROOT).contains(wanted);
    }

    // A plus that was not encoded in a query arrives as a space.
    private static String withPlus(String to) {
        var stripped = to.strip();
        return stripped.matches("\\d{7,15}") ? "+" + stripped : stripped;
    }
}

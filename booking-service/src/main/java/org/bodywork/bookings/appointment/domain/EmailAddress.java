package org.bodywork.bookings.appointment.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: a dot-atom local part (RFC 5321, 4.1.2) at a domain of at least two labels.
 * ASCII only: a mail server may not take more. Quoted local parts and address literals are refused; nobody books with
 * them, and they carry header injection.
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");

    public EmailAddress {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not an email address");
        }
    }

    public static Optional<EmailAddress> parse(String text) {
        String stripped = text.strip();
        return isWellFormed(stripped) ? Optional.of(new EmailAddress(stripped)) : Optional.empty();
    }

    /** The form in which two spellings of one address are equal. */
    public String normalised() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** Hidden, so that no log line shows it by accident. */
    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }

    private static boolean isWellFormed(String text) {
        int at = text.lastIndexOf('@');
        return text.length() <= LONGEST
                && at > 0
                && at <= LONGEST_LOCAL_PART
                && LOCAL_PART.matcher(text.substring(0, at)).matches()
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }
}

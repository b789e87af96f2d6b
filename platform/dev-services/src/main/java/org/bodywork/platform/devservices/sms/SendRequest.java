package org.bodywork.platform.devservices.sms;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bodywork.platform.devservices.web.Parameters;
import org.jspecify.annotations.Nullable;

/** A checked request to send one message. */
record SendRequest(
        String to,
        String from,
        @Nullable String messagingServiceSid,
        String body,
        @Nullable URI statusCallback) {

    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern SENDER =
            Pattern.compile("\\+[1-9]\\d{6,14}|\\d{5,6}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");
    private static final int LONGEST_BODY = 1600;
    private static final int LONGEST_VALIDITY_SECONDS = 36_000;

    /** The number that a messaging service sends from here; one of Twilio's own for tests. */
    private static final String SERVICE_NUMBER = "+15005550006";

    /** Reads the form as Twilio does, which refuses for the first fault it finds. */
    static SendRequest of(Parameters form) {
        var to = to(form);
        var service = form.text("MessagingServiceSid").orElse(null);
        var from = from(form, service);
        var body = body(form);
        checkValidity(form);
        return new SendRequest(to, from, service, body, statusCallback(form));
    }

    private static String to(Parameters form) {
        var to = form.text("To").orElseThrow(() -> TwilioError.badRequest(21604, "A 'To' phone number is required."));
        if (!PHONE_NUMBER.matcher(to).matches()) {
            throw TwilioError.badRequest(21211, "Invalid 'To' Phone Number: " + to);
        }
        return to;
    }

    private static String from(Parameters form, @Nullable String service) {
        var from = form.text("From");
        if (from.isEmpty() && service == null) {
            throw TwilioError.badRequest(21603, "A 'From' phone number is required.");
        }
        var sender = from.orElse(SERVICE_NUMBER);
        if (!SENDER.matcher(sender).matches()) {
            throw TwilioError.badRequest(21212, "Invalid From Number (caller ID): " + sender);
        }
        return sender;
    }

    private static String body(Parameters form) {
        var body = form.text("Body").orElseThrow(() -> TwilioError.badRequest(21602, "Message body is required."));
        if (body.length() > LONGEST_BODY) {
            throw TwilioError.badRequest(
                    21617, "The concatenated message body exceeds the %d character limit.".formatted(LONGEST_BODY));
        }
        return body;
    }

    private static void checkValidity(Parameters form) {
        var seconds = form.text("ValidityPeriod").orElse("1");
        if (!seconds.matches("\\d{1,5}")
                || Integer.parseInt(seconds) < 1
                || Integer.parseInt(seconds) > LONGEST_VALIDITY_SECONDS) {
            throw TwilioError.badRequest(
                    20422, "ValidityPeriod is from 1 to %d seconds.".formatted(LONGEST_VALIDITY_SECONDS));
        }
    }

    private static @Nullable URI statusCallback(Parameters form) {
        return form.text("StatusCallback").map(SendRequest::httpUrl).orElse(null);
    }

    private static URI httpUrl(String text) {
        return Optional.of(text)
                .filter(url -> url.matches("https?://[^\\s\"<>\\\\^`{|}]+"))
                .map(URI::create)
                .orElseThrow(() ->
                        TwilioError.badRequest(21609, "The 'StatusCallback' URL " + text + " is not a valid URL."));
    }
}

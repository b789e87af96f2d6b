package org.bodywork.platform.devservices;

import java.net.URI;
import java.util.Set;
import org.bodywork.platform.devservices.sms.TwilioAccount;

/**
 * The message servers as a process of their own: {@code [--smtp-port N] [--twilio-port N] [--http-port N] [--bind
 * ADDRESS] [--inbound-url URL]}, each also from the environment, with the account in {@code TWILIO_ACCOUNT_SID} and
 * {@code TWILIO_AUTH_TOKEN}.
 */
public final class MessagesMain {

    private static final Set<String> OPTIONS = Set.of("smtp-port", "twilio-port", "http-port", "bind", "inbound-url");

    private MessagesMain() {}

    public static void main(String[] args) {
        Standalone.run(MessagesMain::start, MessagesMain::readyLine, args);
    }

    private static Messages start(String[] args) {
        return Messages.start(settings(Options.parse(args, System.getenv(), OPTIONS)));
    }

    private static MessagesSettings settings(Options options) {
        var local = MessagesSettings.LOCAL_ACCOUNT;
        // Only from the environment: what a command line holds, every user of the machine can read.
        var account = new TwilioAccount(
                options.text("twilio-account-sid", local.sid()), options.text("twilio-auth-token", local.token()));
        return new MessagesSettings(
                options.text("bind", "127.0.0.1"),
                options.port("smtp-port", 3025),
                options.port("twilio-port", 8026),
                options.port("http-port", 8025),
                account,
                url(options.text("inbound-url", MessagesSettings.LOCAL_INBOUND_URL.toString())));
    }

    private static URI url(String text) {
        if (text.matches("https?://[^\\s\"<>\\\\^`{|}]+")) {
            return URI.create(text);
        }
        throw new CannotStart("--inbound-url needs a web address, not \"%s\".".formatted(text));
    }

    private static String readyLine(Messages messages) {
        var ports = messages.ports();
        return "messages smtp %d twilio %d page http://localhost:%d/"
                .formatted(ports.smtp(), ports.twilio(), ports.http());
    }
}

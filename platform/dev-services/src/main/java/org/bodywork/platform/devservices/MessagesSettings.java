package org.bodywork.platform.devservices;

import java.net.URI;
import org.bodywork.platform.devservices.sms.TwilioAccount;

/**
 * Where the message servers listen and whom they call.
 *
 * @param bind address they listen on
 * @param smtpPort 0 for a free one, as the others
 * @param inboundUrl where the provider tells of answers by SMS
 */
public record MessagesSettings(
        String bind, int smtpPort, int twilioPort, int httpPort, TwilioAccount account, URI inboundUrl) {

    /** For this machine only: nobody can be sent anything with it. */
    public static final TwilioAccount LOCAL_ACCOUNT =
            new TwilioAccount("AC00000000000000000000000000000000", "local-only-no-secret");

    static final URI LOCAL_INBOUND_URL = URI.create("http://localhost:8082/webhooks/twilio/inbound");

    /** On 127.0.0.1 with the local account. */
    public static MessagesSettings local(int smtpPort, int twilioPort, int httpPort) {
        return new MessagesSettings("127.0.0.1", smtpPort, twilioPort, httpPort, LOCAL_ACCOUNT, LOCAL_INBOUND_URL);
    }

    public MessagesSettings with(TwilioAccount other) {
        return new MessagesSettings(bind, smtpPort, twilioPort, httpPort, other, inboundUrl);
    }

    /** With another customer of the answers by SMS. */
    public MessagesSettings with(URI otherInboundUrl) {
        return new MessagesSettings(bind, smtpPort, twilioPort, httpPort, account, otherInboundUrl);
    }

    MessagesSettings withFreePorts() {
        return new MessagesSettings(
                bind,
                Ports.require(bind, smtpPort),
                Ports.require(bind, twilioPort),
                Ports.require(bind, httpPort),
                account,
                inboundUrl);
    }
}

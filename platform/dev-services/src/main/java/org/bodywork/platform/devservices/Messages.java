package org.bodywork.platform.devservices;

import java.time.InstantSource;
import java.util.List;
import org.bodywork.platform.devservices.faults.FaultControl;
import org.bodywork.platform.devservices.faults.Faults;
import org.bodywork.platform.devservices.inbox.Inbox;
import org.bodywork.platform.devservices.inbox.MessageView;
import org.bodywork.platform.devservices.inbox.Recipients;
import org.bodywork.platform.devservices.mail.MailFault;
import org.bodywork.platform.devservices.mail.MailServer;
import org.bodywork.platform.devservices.page.MessagesApi;
import org.bodywork.platform.devservices.page.MessagesPage;
import org.bodywork.platform.devservices.sms.SmsFault;
import org.bodywork.platform.devservices.sms.TwilioServer;
import org.bodywork.platform.devservices.web.HttpPort;
import org.bodywork.platform.devservices.web.Routes;

/** An SMTP server, an SMS provider and the page that shows what they were given. */
public final class Messages implements AutoCloseable {

    private final Inbox inbox = new Inbox();
    private final Faults<MailFault> mailFaults = new Faults<>();
    private final Faults<SmsFault> smsFaults = new Faults<>();
    private final TwilioServer twilio;
    private final MailServer smtpPort;
    private final HttpPort twilioPort;
    private final HttpPort pagePort;

    private Messages(MessagesSettings settings, InstantSource clock) {
        twilio = new TwilioServer(settings.account(), inbox, smsFaults, settings.inboundUrl(), clock);
        smtpPort = MailServer.open(settings.bind(), settings.smtpPort(), inbox, mailFaults, clock);
        twilioPort = HttpPort.open(settings.bind(), settings.twilioPort(), twilioRoutes());
        pagePort = HttpPort.open(settings.bind(), settings.httpPort(), pageRoutes());
    }

    /**
     * Starts all three on 127.0.0.1; they serve when this returns.
     *
     * @param smtpPort 0 for a free one, as the others
     * @throws CannotStart when a port is busy
     */
    public static Messages start(int smtpPort, int twilioPort, int httpPort) {
        return start(MessagesSettings.local(smtpPort, twilioPort, httpPort));
    }

    public static Messages start(MessagesSettings settings) {
        // All are looked at before any is opened, so a busy one leaves nothing behind.
        return new Messages(settings.withFreePorts(), InstantSource.system());
    }

    private Routes twilioRoutes() {
        var routes = controlRoutes();
        twilio.addTo(routes);
        return routes;
    }

    private Routes pageRoutes() {
        var routes = controlRoutes();
        new MessagesPage(inbox).addTo(routes);
        new MessagesApi(inbox).addTo(routes);
        return routes;
    }

    private Routes controlRoutes() {
        var routes = new Routes();
        new FaultControl<>(smsFaults, SmsFault.values()).addTo(routes, "/control/failures");
        new FaultControl<>(mailFaults, MailFault.values()).addTo(routes, "/control/smtp");
        twilio.addInboundTo(routes);
        return routes;
    }

    /** What each server listens on; the page's port also serves its JSON. */
    public record Listening(int smtp, int twilio, int http) {}

    public Listening ports() {
        return new Listening(smtpPort.port(), twilioPort.port(), pagePort.port());
    }

    /** All that is kept, newest first. */
    public List<MessageView> all() {
        return inbox.newestFirst(message -> true).stream().map(MessageView::of).toList();
    }

    /** All to this address or number, newest first. */
    public List<MessageView> to(String recipient) {
        return inbox.newestFirst(Recipients.is(recipient)).stream()
                .map(MessageView::of)
                .toList();
    }

    /** How the next emails fail. */
    public Faults<MailFault> mailFaults() {
        return mailFaults;
    }

    /** How the next SMS fail. */
    public Faults<SmsFault> smsFaults() {
        return smsFaults;
    }

    /** Forgets every message; the provider then does not know them either. */
    public void clear() {
        inbox.clear();
    }

    @Override
    public void close() {
        twilio.close();
        pagePort.close();
        twilioPort.close();
        smtpPort.close();
    }
}

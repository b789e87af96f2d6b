package org.bodywork.platform.devservices.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.InstantSource;
import org.bodywork.platform.devservices.Ports;
import org.bodywork.platform.devservices.faults.Faults;
import org.bodywork.platform.devservices.inbox.Inbox;

/** GreenMail's SMTP server with our own inbox in the place of its mailboxes. */
public final class MailServer implements AutoCloseable {

    private final SmtpServer server;

    private MailServer(SmtpServer server) {
        this.server = server;
    }

    /**
     * Opens the port; it takes mail when this returns.
     *
     * @param port 0 for a free one
     */
    public static MailServer open(
            String bindHost, int port, Inbox inbox, Faults<MailFault> faults, InstantSource clock) {
        var setup = new ServerSetup(Ports.require(bindHost, port), bindHost, ServerSetup.PROTOCOL_SMTP);
        var server = new SmtpServer(setup, new InboxManagers(inbox, faults, clock));
        server.startService();
        awaitRunning(server, setup.getServerStartupTimeout());
        return new MailServer(server);
    }

    private static void awaitRunning(SmtpServer server, long millis) {
        try {
            if (!server.waitTillRunning(millis)) {
                throw new IllegalStateException("The SMTP server did not start in " + millis + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the SMTP server started", e);
        }
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stopService();
    }

    private static final class InboxManagers extends Managers {

        private final SmtpManager smtp;

        InboxManagers(Inbox inbox, Faults<MailFault> faults, InstantSource clock) {
            smtp = new SmtpReception(this, inbox, faults, clock);
        }

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }
}

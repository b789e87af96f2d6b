package org.bodywork.notifications.delivery.adapter.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Against a server of a few lines that notes who connects and what they say. */
class SmtpConnectionsTest {

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-21T12:00:00Z"));
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final SmtpConnections connections = new SmtpConnections(sender, clock);
    private final List<Socket> connected = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    SmtpConnectionsTest() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::acceptAll);
        sender.setHost("127.0.0.1");
        sender.setPort(server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        connections.close();
        server.close();
    }

    @Test
    void keepsOneConversationForManyMessages() throws MessagingException {
        for (int message = 0; message < 3; message++) {
            connections.send(message());
        }

        assertThat(connected).hasSize(1);
        assertThat(said).filteredOn("DATA"::equals).hasSize(3);
    }

    @Test
    void beginsAnewWhereTheServerHungUp() throws MessagingException, IOException {
        connections.send(message());
        connected.getFirst().close();

        connections.send(message());

        assertThat(connected).hasSize(2);
    }

    @Test
    void trustsNoConversationThatWasSilentForLong() throws MessagingException {
        connections.send(message());
        clock.advance(Duration.ofSeconds(30));

        connections.send(message());

        assertThat(connected).hasSize(2);
    }

    @Test
    void neverUsesAConversationAgainThatFailed() throws MessagingException {
        MimeMessage refused = message();
        refused.setRecipients(MimeMessage.RecipientType.TO, "refused@example.com");

        assertThatThrownBy(() -> connections.send(refused)).isInstanceOf(MailSendException.class);
        connections.send(message());

        assertThat(connected).hasSize(2);
    }

    @Test
    void sendsNothingInTheClearWhereTlsIsRequired() {
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");

        assertThatThrownBy(() -> connections.send(message())).isInstanceOf(NotConnected.class);

        assertThat(said).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void saysThatNothingWasSentWhereNobodyAnswers() throws IOException {
        server.close();

        assertThatThrownBy(() -> connections.send(message())).isInstanceOf(NotConnected.class);
    }

    private MimeMessage message() throws MessagingException {
        MimeMessage message = new MimeMessage(sender.getSession());
        message.setFrom("no-reply@bodywork.example");
        message.setRecipients(MimeMessage.RecipientType.TO, "ana@example.com");
        message.setText("Hello");
        message.saveChanges();
        return message;
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                connected.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            answer(socket, "220 here");
            boolean inMessage = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (inMessage) {
                    inMessage = !line.equals(".");
                    if (!inMessage) {
                        answer(socket, "250 taken");
                    }
                    continue;
                }
                said.add(line);
                inMessage = line.equals("DATA");
                answer(socket, answerTo(line));
            }
        } catch (IOException hungUp) {
            // So did we.
        }
    }

    private static String answerTo(String line) {
        if (line.contains("refused@")) {
            return "550 no";
        }
        return switch (line.split(" ", 2)[0]) {
            case "EHLO" -> "250 here";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 well";
        };
    }

    private static void answer(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }
}

package org.bodywork.notifications.delivery.adapter.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.bodywork.platform.testing.SettableClock;
import org.jspecify.annotations.Nullable;
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
    private final List<String> encrypted = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private volatile @Nullable SSLContext tls;

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
    void saysAllOfAMessageUnderTlsWhereTheServerOffersIt() throws Exception {
        tls = certificateOfATest();
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.trust", "127.0.0.1");
        sender.getJavaMailProperties().setProperty("mail.smtp.ssl.checkserveridentity", "false");

        connections.send(message());
        connections.send(message());

        assertThat(said).startsWith(said.getFirst(), "STARTTLS").doesNotContain("DATA");
        assertThat(said).hasSize(2);
        assertThat(encrypted).filteredOn("DATA"::equals).hasSize(2);
        assertThat(connected).hasSize(1);
    }

    /** GreenMail's own, for a server of its tests. */
    private static SSLContext certificateOfATest() throws Exception {
        char[] password = "changeit".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = SmtpConnectionsTest.class.getResourceAsStream("/greenmail.p12")) {
            keys.load(stored, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
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
        try (socket) {
            answer(socket, "220 here");
            talk(socket, said);
        } catch (IOException hungUp) {
            // So did we.
        }
    }

    private void talk(Socket socket, List<String> heard) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        boolean inMessage = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inMessage) {
                inMessage = !line.equals(".");
                if (!inMessage) {
                    answer(socket, "250 taken");
                }
                continue;
            }
            heard.add(line);
            inMessage = line.equals("DATA");
            answer(socket, answerTo(line));
            if (line.equals("STARTTLS")) {
                talk(secured(socket), encrypted);
                return;
            }
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket secured =
                (SSLSocket) requireNonNull(tls).getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private String answerTo(String line) {
        if (line.contains("refused@")) {
            return "550 no";
        }
        return switch (line.split(" ", 2)[0]) {
            case "EHLO" -> tls == null ? "250 here" : "250-here\r\n250 STARTTLS";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            case "STARTTLS" -> "220 go on";
            default -> "250 well";
        };
    }

    private static void answer(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }
}

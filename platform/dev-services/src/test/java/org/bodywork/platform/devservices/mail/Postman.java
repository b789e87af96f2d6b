package org.bodywork.platform.devservices.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Sends mail over SMTP as a service would. */
public record Postman(int port) {

    public static final String TO = "ana@example.com";

    private Session session() {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.timeout", "10000");
        return Session.getInstance(properties);
    }

    public void sendText(String to, String subject, String text) throws MessagingException {
        var mail = mail(to, subject);
        mail.setText(text, "UTF-8");
        mail.saveChanges();
        Transport.send(mail);
    }

    /** Text and HTML of one body, and a file beside them. */
    public void send(String subject, String text, String html, String fileName, byte[] file) throws Exception {
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var styled = new MimeBodyPart();
        styled.setText(html, "UTF-8", "html");
        var body = new MimeBodyPart();
        body.setContent(new MimeMultipart("alternative", plain, styled));
        var attachment = new MimeBodyPart();
        attachment.setDataHandler(new DataHandler(new ByteArrayDataSource(file, "text/calendar; charset=utf-8")));
        attachment.setFileName(fileName);
        var mail = mail(TO, subject);
        mail.setContent(new MimeMultipart("mixed", body, attachment));
        mail.saveChanges();
        Transport.send(mail);
    }

    public void sendRaw(String raw, String... recipients) throws MessagingException {
        var mail = new MimeMessage(session(), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        var addresses = new InternetAddress[recipients.length];
        for (int i = 0; i < recipients.length; i++) {
            addresses[i] = new InternetAddress(recipients[i]);
        }
        Transport.send(mail, addresses);
    }

    private MimeMessage mail(String to, String subject) throws MessagingException {
        var mail = new FixedIdMail(session());
        mail.setFrom(new InternetAddress("hello@bodywork.example"));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        return mail;
    }

    private static final class FixedIdMail extends MimeMessage {

        FixedIdMail(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<fixed@bodywork.example>");
        }
    }
}

package org.bodywork.platform.devservices.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bodywork.platform.devservices.inbox.Attachment;
import org.bodywork.platform.devservices.inbox.Packed;
import org.jspecify.annotations.Nullable;

/** What a mail client would make of a mail; a part that cannot be read becomes an attachment of its bytes. */
final class ReadMail {

    private final MimeMessage mail;
    private final List<Attachment> attachments = new ArrayList<>();
    private @Nullable String text;
    private @Nullable String html;

    private ReadMail(MimeMessage mail) {
        this.mail = mail;
    }

    static ReadMail of(MimeMessage mail) {
        var read = new ReadMail(mail);
        try {
            read.take(mail);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("A mail that cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private void take(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                take(parts.getBodyPart(i));
            }
        } else if (text == null && isBody(part, "text/plain")) {
            text = characters(part);
        } else if (html == null && isBody(part, "text/html")) {
            html = characters(part);
        } else {
            attachments.add(attachment(part));
        }
    }

    private static boolean isBody(Part part, String type) throws MessagingException {
        return part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static String characters(Part part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return new String(in.readAllBytes(), charset(part.getContentType()));
        }
    }

    private static Charset charset(String contentType) {
        try {
            var name = new ContentType(contentType).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static Attachment attachment(Part part) throws MessagingException, IOException {
        var type = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        try (var in = part.getInputStream()) {
            return new Attachment(name(part, type), type, Packed.of(in.readAllBytes()));
        }
    }

    private static String name(Part part, String type) throws MessagingException {
        var name = part.getFileName();
        if (name != null) {
            return decoded(name);
        }
        return type.equals("text/calendar") ? "calendar.ics" : "unnamed";
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException unknown) {
            return header;
        }
    }

    private Optional<String> header(String name) {
        try {
            return Optional.ofNullable(mail.getHeader(name, null));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("A mail whose headers cannot be read", e);
        }
    }

    String from() {
        return header("From").map(ReadMail::decoded).orElse("");
    }

    String subject() {
        return header("Subject").map(ReadMail::decoded).orElse("");
    }

    @Nullable String messageId() {
        return header("Message-ID").orElse(null);
    }

    Packed text() {
        return Packed.of(text == null ? "" : text);
    }

    @Nullable Packed html() {
        return html == null ? null : Packed.of(html);
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }
}

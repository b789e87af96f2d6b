package org.bodywork.platform.devservices.inbox;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A message as the JSON shows it.
 *
 * @param channel {@code email} or {@code sms}
 * @param receivedAt this machine's real time, in UTC with milliseconds
 */
public record MessageView(
        String id,
        String channel,
        String to,
        String from,
        @Nullable String subject,
        String text,
        @Nullable String html,
        @Nullable String messageId,
        List<AttachmentView> attachments,
        @Nullable String sid,
        @Nullable String status,

        @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss.SSSX", timezone = "UTC")
        Instant receivedAt) {

    /**
     * A file of a message.
     *
     * @param size in bytes
     * @param url path on the same port
     */
    public record AttachmentView(String name, String contentType, int size, String url) {}

    public static MessageView of(Message message) {
        return switch (message) {
            case Email email -> of(email);
            case Sms sms -> of(sms);
        };
    }

    private static MessageView of(Email email) {
        var html = email.html();
        return new MessageView(
                String.valueOf(email.id()),
                "email",
                email.to(),
                email.from(),
                email.subject(),
                email.text().text(),
                html == null ? null : html.text(),
                email.messageId(),
                attachments(email),
                null,
                null,
                email.receivedAt());
    }

    private static List<AttachmentView> attachments(Email email) {
        return IntStream.range(0, email.attachments().size())
                .mapToObj(index -> attachment(email, index))
                .toList();
    }

    private static AttachmentView attachment(Email email, int index) {
        var file = email.attachments().get(index);
        var url = "/messages/%d/attachments/%d".formatted(email.id(), index);
        return new AttachmentView(
                file.name(), file.contentType(), file.content().size(), url);
    }

    private static MessageView of(Sms sms) {
        return new MessageView(
                String.valueOf(sms.id()),
                "sms",
                sms.to(),
                sms.from(),
                null,
                sms.body(),
                null,
                null,
                List.of(),
                sms.sid(),
                sms.status().name().toLowerCase(Locale.ROOT),
                sms.receivedAt());
    }
}

package org.bodywork.platform.devservices.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An email as its recipient would see it.
 *
 * @param to from the envelope, so a hidden copy has its own
 */
public record Email(
        long id,
        Instant receivedAt,
        String to,
        String from,
        String subject,
        Packed text,
        @Nullable Packed html,
        @Nullable String messageId,
        List<Attachment> attachments)
        implements Message {

    private static final int OBJECTS = 500;

    @Override
    public int storedSize() {
        int files = attachments.stream()
                .mapToInt(file -> file.content().storedSize())
                .sum();
        return OBJECTS + text.storedSize() + (html == null ? 0 : html.storedSize()) + files;
    }
}

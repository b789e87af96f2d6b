package org.bodywork.bookings.client.application;

import java.util.Optional;
import org.bodywork.bookings.client.domain.SealedText;
import org.jspecify.annotations.Nullable;

/** Opens what was sealed about one client: with the client's key, or long ago with the service's record key. */
public final class TextOpener {

    private final @Nullable TextCipher own;
    private final TextCipher recordKey;

    /**
     * With the keys there are.
     *
     * @param own the client's; null when there is none, or none any more
     */
    public TextOpener(@Nullable TextCipher own, TextCipher recordKey) {
        this.own = own;
        this.recordKey = recordKey;
    }

    /** Empty when the key it was sealed with has been dropped. */
    public Optional<String> open(String document, String field, SealedText sealed) {
        if (!sealed.keyId().startsWith(ClientKey.PREFIX)) {
            return Optional.of(recordKey.open(document, field, sealed));
        }
        return own == null || !own.keyId().equals(sealed.keyId())
                ? Optional.empty()
                : Optional.of(own.open(document, field, sealed));
    }
}

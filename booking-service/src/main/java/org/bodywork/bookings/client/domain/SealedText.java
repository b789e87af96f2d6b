package org.bodywork.bookings.client.domain;

/**
 * A text as it is stored: encrypted, bound to its document and field.
 *
 * @param value {@code <key id>.<base64>}
 */
public record SealedText(String value) {

    public SealedText {
        if (value.lastIndexOf('.') < 1) {
            throw new IllegalArgumentException("a sealed text names its key");
        }
    }

    public String keyId() {
        return value.substring(0, value.lastIndexOf('.'));
    }

    /** What follows the key's id. */
    public String content() {
        return value.substring(value.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return "SealedText[" + keyId() + "]";
    }
}

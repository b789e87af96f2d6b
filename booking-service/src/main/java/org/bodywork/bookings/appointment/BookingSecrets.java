package org.bodywork.bookings.appointment;

import org.bodywork.platform.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of this service, each base64 of at least 32 random bytes. There is no default that would be safe.
 *
 * @param client {@code BODYWORK_CLIENT_KEY}: clients are recognised by it
 * @param link {@code BODYWORK_LINK_KEY}: secret links are made with it
 * @param record {@code BODYWORK_RECORD_KEY}: what clients write to their therapist is encrypted with it
 */
@ConfigurationProperties("bodywork")
record BookingSecrets(Key client, Key link, Key record) {

    BookingSecrets {
        require(client, "BODYWORK_CLIENT_KEY");
        require(link, "BODYWORK_LINK_KEY");
        require(record, "BODYWORK_RECORD_KEY");
    }

    private static void require(@Nullable Key key, String name) {
        if (key == null || key.key() == null || key.key().isBlank()) {
            throw new IllegalArgumentException(name + " is not set; `./bodywork secrets` makes one");
        }
    }

    /** One key and the name it is known by beside everything made with it. */
    record Key(String key, @DefaultValue("1") String keyId) {

        Mac mac() {
            return Mac.of(keyId, key);
        }

        @Override
        public String toString() {
            return "Key[hidden]";
        }
    }
}

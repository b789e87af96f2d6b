package org.bodywork.notifications.consent;

import org.bodywork.platform.crypto.Mac;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What suppressed addresses are digested with.
 *
 * @param key {@code BODYWORK_SUPPRESSION_KEY}: base64 of 32 random bytes
 * @param keyId names the key beside each digest
 */
@ConfigurationProperties("bodywork.suppression")
record SuppressionSettings(String key, @DefaultValue("1") String keyId) {

    SuppressionSettings {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("BODYWORK_SUPPRESSION_KEY is not set; `./bodywork secrets` makes one");
        }
    }

    Mac mac() {
        return Mac.of(keyId, key);
    }

    @Override
    public String toString() {
        return "SuppressionSettings[hidden]";
    }
}

package org.bodywork.platform.crypto;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param keyset {@code BODYWORK_EVENT_KEYSET}: Tink's JSON keyset, the same in all services
 */
@ConfigurationProperties("bodywork.event")
record EventSecrets(String keyset) {

    EventSecrets {
        if (keyset == null || keyset.isBlank()) {
            throw new IllegalArgumentException("BODYWORK_EVENT_KEYSET is not set; `./bodywork secrets` makes one");
        }
    }

    @Override
    public String toString() {
        return "EventSecrets[hidden]";
    }
}

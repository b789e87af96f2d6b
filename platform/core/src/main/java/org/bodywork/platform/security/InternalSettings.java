package org.bodywork.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What services show each other to come in at {@code /internal}.
 *
 * @param token the shared secret; empty keeps the door shut
 */
@ConfigurationProperties("bodywork.internal")
record InternalSettings(@DefaultValue("") String token) {

    @Override
    public String toString() {
        return "InternalSettings[token=***]";
    }
}

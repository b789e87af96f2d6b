package org.bodywork.notifications.signin;

import java.time.Instant;

/**
 * A one-time code to be delivered, as it travels on the topic {@code sign-ins}.
 *
 * @param id the sign-in request
 * @param expiresAt by the unmoved clock
 */
record CodeIssued(String id, Instant expiresAt, String sealed) {

    static final String TOPIC = "sign-ins";
    static final String TYPE = "org.bodywork.sign-in.code-issued.v1";
}

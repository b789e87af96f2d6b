package org.bodywork.therapists.account.domain;

import java.util.Locale;

/** What an account may act as. */
public enum Role {
    /** Keeps their own visits. */
    THERAPIST,
    /** Keeps the visits and listings of one practice. */
    MANAGER,
    /** Runs the installation. */
    OPERATOR;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}

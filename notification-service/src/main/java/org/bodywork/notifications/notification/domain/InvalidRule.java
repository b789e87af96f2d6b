package org.bodywork.notifications.notification.domain;

/** A rule that cannot be followed. */
public final class InvalidRule extends RuntimeException {

    private final String field;

    InvalidRule(String field, String why) {
        super(field + ": " + why);
        this.field = field;
    }

    /** The part of the rule that is wrong. */
    public String field() {
        return field;
    }
}

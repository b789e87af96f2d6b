package org.bodywork.notifications.notification.domain;

import java.util.Locale;

/** A member of staff who can be written to. */
public record Member(String account, String email, Locale language) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "a member of staff";
    }
}

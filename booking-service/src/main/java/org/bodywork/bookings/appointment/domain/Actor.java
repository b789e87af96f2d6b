package org.bodywork.bookings.appointment.domain;

import org.jspecify.annotations.Nullable;

/** Who made a change; only staff have accounts. */
public record Actor(Kind kind, @Nullable String accountId) {

    public static final Actor CLIENT = new Actor(Kind.CLIENT, null);
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    public static Actor staff(String accountId) {
        return new Actor(Kind.STAFF, accountId);
    }

    /** What sort of actor it is; the names are part of the published contract. */
    public enum Kind {
        CLIENT,
        STAFF,
        SYSTEM
    }
}

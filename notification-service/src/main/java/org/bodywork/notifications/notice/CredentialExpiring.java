package org.bodywork.notifications.notice;

import java.time.LocalDate;

/** A required credential expires soon, as it travels on the topic {@code staff}. */
record CredentialExpiring(
        String id, String accountId, String therapistId, LocalDate expires, String locale, String sealed) {

    static final String TYPE = "org.bodywork.staff.credential-expiring.v1";

    /** What travels encrypted. */
    record Contact(String email) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "a contact";
        }
    }
}

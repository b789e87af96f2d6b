package org.bodywork.bookings.proof;

import reactor.core.publisher.Mono;

/** Those who have visits here. */
public interface KnownContacts {

    /**
     * How to write to that client; empty for whoever has no visits.
     *
     * @param client the keyed hash of the email address
     */
    Mono<Contact> withRef(String client);

    /**
     * Where a code is sent.
     *
     * @param language a BCP 47 tag
     */
    record Contact(String email, String language) {

        /** Hidden, so that no log line shows it by accident. */
        @Override
        public String toString() {
            return "Contact[hidden]";
        }
    }
}

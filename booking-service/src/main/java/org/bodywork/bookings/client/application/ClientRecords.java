package org.bodywork.bookings.client.application;

import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.client.domain.PastVisit;
import reactor.core.publisher.Mono;

/**
 * What is kept of each client apart from visits. A client is named by the keyed hash of the email address that visits
 * carry as {@code clientRef}.
 */
public interface ClientRecords {

    /** The client's own key, to seal with; made when there is none yet. */
    Mono<TextCipher> keyOf(String client);

    /** Never empty, and makes nothing. */
    Mono<TextOpener> openerOf(String client);

    /** Counts a visit that took place; told twice it is counted once. */
    Mono<Void> visited(String client, PastVisit visit);

    /** Never empty. */
    Mono<ClientHistory> historyOf(String client);

    /**
     * Drops everything, the key with it: what was sealed with it stays unreadable for ever, wherever a copy lies. A
     * client who comes back gets a new key. Doing it again changes nothing.
     */
    Mono<Void> forget(String client);
}

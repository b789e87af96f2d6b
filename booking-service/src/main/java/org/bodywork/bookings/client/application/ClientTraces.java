package org.bodywork.bookings.client.application;

import reactor.core.publisher.Mono;

/** What a feature keeps of a client beside visits and {@link ClientRecords}. Declared as a bean, it is forgotten with them. */
@FunctionalInterface
public interface ClientTraces {

    /**
     * Drops everything, what is yet to be published of it too. Doing it again changes nothing.
     *
     * @param client the keyed hash that the client's visits carry as {@code clientRef}
     */
    Mono<Void> forget(String client);
}

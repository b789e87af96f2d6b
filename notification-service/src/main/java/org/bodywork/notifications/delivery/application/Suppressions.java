package org.bodywork.notifications.delivery.application;

import reactor.core.publisher.Mono;

/** Addresses nobody may write to any more, whatever the message. */
public interface Suppressions {

    Mono<Boolean> contains(String address);

    /** The recipient asked to stop. Adding twice is adding once. */
    Mono<Void> add(String address);

    /** The recipient asked to hear from us again. */
    Mono<Void> remove(String address);
}

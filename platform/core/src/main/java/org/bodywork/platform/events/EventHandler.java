package org.bodywork.platform.events;

import reactor.core.publisher.Mono;

/**
 * Applies one fact. It may be called twice with the same fact and with an older one; it completes once the fact is
 * stored.
 */
@FunctionalInterface
public interface EventHandler {

    Mono<Void> handle(ReceivedEvent event);
}

package org.bodywork.platform.due;

import reactor.core.publisher.Mono;

/**
 * Does one piece of due work. Its own write ends the work: it removes or moves {@code due}, provided the claim is still
 * its own. An error means that it is tried again after a back-off.
 */
@FunctionalInterface
public interface DueHandler {

    Mono<Void> handle(Claimed work);
}

package org.bodywork.notifications.killed;

import org.bodywork.notifications.killed.Case.Step;
import reactor.core.publisher.Mono;

/** Where a message may have to wait for the end of its process. */
@FunctionalInterface
interface Hold {

    Mono<Void> at(Case message, Step step);
}

package org.bodywork.notifications.staff;

import org.bodywork.platform.events.ReceivedEvent;
import reactor.core.publisher.Mono;

/** Where those events of the topic {@code staff} go that change no account. */
@FunctionalInterface
public interface OtherStaffEvents {

    Mono<Void> take(ReceivedEvent event);
}

package org.bodywork.notifications.notification.application;

import java.util.List;
import org.bodywork.notifications.notification.domain.Visit;
import reactor.core.publisher.Mono;

/** What staff have before them on a day. */
@FunctionalInterface
public interface Agendas {

    /** Lets these accounts hear, in the morning of its day, of all visits of that day. Twice is once. */
    Mono<Void> include(Visit visit, List<String> accounts);
}

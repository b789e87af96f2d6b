package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.notification.domain.MessageRules;
import org.bodywork.notifications.notification.domain.PracticeId;
import reactor.core.publisher.Mono;

/** What each practice wants its clients to be told. */
@FunctionalInterface
public interface Rules {

    /** Never empty: who set nothing has the defaults. */
    Mono<MessageRules> of(PracticeId practice);
}

package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.notification.domain.Member;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Visit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who works at the practices. */
public interface Staff {

    /** The account, as long as it may act for anybody. */
    Mono<Member> find(String account);

    /** The account, as long as it may act for this practice. */
    Mono<Member> colleague(String account, PracticeId practice);

    /** Those who look after the visit: the therapist, or where the therapist has no account who manages the practice. */
    Flux<Member> whoLookAfter(Visit visit);
}

package org.bodywork.notifications.killed;

import org.bodywork.notifications.notification.application.Staff;
import org.bodywork.notifications.notification.domain.Member;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Visit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class NoStaff implements Staff {

    @Override
    public Mono<Member> find(String account) {
        return Mono.empty();
    }

    @Override
    public Mono<Member> colleague(String account, PracticeId practice) {
        return Mono.empty();
    }

    @Override
    public Flux<Member> whoLookAfter(Visit visit) {
        return Flux.empty();
    }
}

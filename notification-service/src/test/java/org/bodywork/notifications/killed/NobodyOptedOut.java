package org.bodywork.notifications.killed;

import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import reactor.core.publisher.Mono;

/** Forgets at once who opts out: each message here has a recipient of its own. */
public final class NobodyOptedOut implements Suppressions {

    @Override
    public Mono<Boolean> contains(String address) {
        return Mono.just(false);
    }

    @Override
    public Mono<Boolean> stop(Channel channel, String address, OptOutWay way) {
        return Mono.just(true);
    }

    @Override
    public Mono<Boolean> allow(Channel channel, String address, OptOutWay way) {
        return Mono.just(true);
    }
}

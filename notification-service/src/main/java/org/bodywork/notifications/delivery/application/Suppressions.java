package org.bodywork.notifications.delivery.application;

import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import reactor.core.publisher.Mono;

/** Addresses nobody may write to any more, whatever the message; one-time codes alone are sent even there. */
public interface Suppressions {

    Mono<Boolean> contains(String address);

    /** The provider keeps them from us. Adding twice is adding once. */
    default Mono<Void> add(String address) {
        return stop(address.contains("@") ? Channel.EMAIL : Channel.SMS, address, OptOutWay.PROVIDER)
                .then();
    }

    /**
     * From now on nothing goes there, not even what is already on its way out.
     *
     * @return whether that is new
     */
    Mono<Boolean> stop(Channel channel, String address, OptOutWay way);

    /** The recipient asked to hear from us again. */
    Mono<Boolean> allow(Channel channel, String address, OptOutWay way);
}

package org.bodywork.notifications.notification.application;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Keeps what is known here the same as what there is. */
public interface Reconciliation {

    /** Since when, in business time, this store is kept; nothing while it has not begun. */
    Mono<Instant> since();

    /** Looks, in a while, for what of it was missed. */
    Mono<Void> compare(Checkpoint checkpoint);
}

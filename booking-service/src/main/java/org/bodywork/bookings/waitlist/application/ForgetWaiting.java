package org.bodywork.bookings.waitlist.application;

import org.bodywork.bookings.client.application.ClientTraces;
import reactor.core.publisher.Mono;

/** Takes everybody of one contact off the list, then drops what is known of them. */
public final class ForgetWaiting implements ClientTraces {

    private final Waitlist waitlist;
    private final JoinWaitlist joining;

    public ForgetWaiting(Waitlist waitlist, JoinWaitlist joining) {
        this.waitlist = waitlist;
        this.joining = joining;
    }

    /** The freed times keep that somebody was asked, and not who. Fails while something is yet to be published. */
    @Override
    public Mono<Void> forget(String clientRef) {
        return waitlist.ofClient(clientRef)
                .concatMap(joining::leave)
                .thenMany(waitlist.ofClient(clientRef))
                .concatMap(entry -> waitlist.drop(entry.id()))
                .thenMany(waitlist.ofClient(clientRef))
                .concatMap(_ -> Mono.error(new Waitlist.Changed()))
                .then();
    }
}

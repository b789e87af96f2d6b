package org.bodywork.notifications.notification.application;

import java.time.Duration;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.NotificationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger: every message ever planned, and how far it came. */
public interface Notifications {

    /** Stores those that are not there yet and leaves the others as they are. */
    Mono<Void> addMissing(List<Notification> planned);

    Mono<Notification> find(NotificationId id);

    /** All about one visit, in the order they were due. */
    Flux<Notification> about(AppointmentId appointment);

    /** All about these visits, in any order. */
    Flux<Notification> aboutAll(List<AppointmentId> appointments);

    /** Stores, over the version it was made from, one that waits again. */
    Mono<Void> waitAgain(Notification changed);

    /**
     * Stores a change over the version it was made from, with its delivery event where others are told.
     *
     * @return the change, or nothing when somebody else was faster
     */
    Mono<Notification> save(Notification changed);

    /** As {@link #save}, and leaves it alone for {@code wait} by the unmoved clock. */
    Mono<Notification> saveAndWait(Notification changed, Duration wait);

    /** As {@link #saveAndWait}, and until its provider is back at the longest. */
    Mono<Notification> saveAndPutOff(Notification changed, Duration wait);

    /** As {@link #lookAgainAfter}, and until its provider is back at the longest. */
    Mono<Void> putOff(Notification unchanged, Duration wait);

    /** Makes what was put off on this channel free now. */
    Mono<Void> takeUpAll(Channel channel);

    /**
     * Makes what was put off on this channel free now: so many, and first what is of use for the shortest time.
     *
     * @return how many there were
     */
    Mono<Long> takeUp(Channel channel, int most);

    /** Changes nothing, and leaves it alone for {@code wait} by the unmoved clock. */
    Mono<Void> lookAgainAfter(Notification unchanged, Duration wait);

    /** Sends what is due at once instead of at the next look. Returns immediately. */
    void sendDueNow();
}

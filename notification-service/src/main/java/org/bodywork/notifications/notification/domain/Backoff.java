package org.bodywork.notifications.notification.domain;

import java.time.Duration;

/**
 * How long to leave a provider alone after it could not take a message.
 *
 * @param first after the first attempt; it doubles with each further one
 * @param longest never longer than this
 */
public record Backoff(Duration first, Duration longest) {

    private static final int DOUBLINGS = 20;

    public Duration after(int attempts) {
        int doublings = Math.clamp(attempts - 1L, 0, DOUBLINGS);
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /** The provider's own wish counts where it is longer. */
    public Duration after(int attempts, Duration asked) {
        Duration own = after(attempts);
        return asked.compareTo(own) > 0 ? asked : own;
    }
}

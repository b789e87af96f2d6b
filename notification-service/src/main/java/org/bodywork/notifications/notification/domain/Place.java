package org.bodywork.notifications.notification.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where a visit takes place and with whom, as messages call it.
 *
 * @param address on one line
 */
public record Place(
        String practice,
        @Nullable String phone,
        @Nullable String replyTo,
        @Nullable String address,
        @Nullable String therapist) {}

package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Reader;
import org.bodywork.notifications.notification.domain.Told;
import org.bodywork.notifications.notification.domain.Visit;
import org.jspecify.annotations.Nullable;

/**
 * All that a message about a visit may draw on.
 *
 * @param before what the reader was last told, where that matters
 */
public record Occasion(
        Visit visit, Place place, Reader reader, @Nullable Told before) {}

package org.bodywork.notifications.directory;

import org.bodywork.notifications.notification.domain.Place;
import org.jspecify.annotations.Nullable;

/**
 * A place as stored.
 *
 * @param address on one line
 * @param point absent of those stored before it was kept
 */
record LocationDocument(String id, String address, Place.@Nullable Point point) {}

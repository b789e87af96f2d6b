/** The question to booking-service right before a reminder goes out. */
@NullMarked
package org.bodywork.notifications.notification.adapter.booking;

import org.jspecify.annotations.NullMarked;

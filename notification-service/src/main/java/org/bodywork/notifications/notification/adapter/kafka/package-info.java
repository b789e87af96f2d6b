/** Appointment events in, delivery events out. */
@NullMarked
package org.bodywork.notifications.notification.adapter.kafka;

import org.jspecify.annotations.NullMarked;

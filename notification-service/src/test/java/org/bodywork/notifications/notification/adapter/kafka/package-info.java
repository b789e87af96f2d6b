/** The adapter against what it speaks to. */
@NullMarked
package org.bodywork.notifications.notification.adapter.kafka;

import org.jspecify.annotations.NullMarked;

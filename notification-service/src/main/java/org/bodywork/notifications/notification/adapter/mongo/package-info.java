/** Visits and notifications as MongoDB documents. */
@NullMarked
package org.bodywork.notifications.notification.adapter.mongo;

import org.jspecify.annotations.NullMarked;

/** The adapter against what it speaks to. */
@NullMarked
package org.bodywork.notifications.notification.adapter.mongo;

import org.jspecify.annotations.NullMarked;

/** The adapter against what it speaks to. */
@NullMarked
package org.bodywork.notifications.delivery.adapter.smtp;

import org.jspecify.annotations.NullMarked;

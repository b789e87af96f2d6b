/** The rules of planning and sending, each with a test. */
@NullMarked
package org.bodywork.notifications.notification.domain;

import org.jspecify.annotations.NullMarked;

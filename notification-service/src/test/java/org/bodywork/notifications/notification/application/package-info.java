/** Planning and sending, with every other part played by a fake. */
@NullMarked
package org.bodywork.notifications.notification.application;

import org.jspecify.annotations.NullMarked;

/** What the messages say, and that they say nothing else. */
@NullMarked
package org.bodywork.notifications.notification.adapter.wording;

import org.jspecify.annotations.NullMarked;

/** Tells a practice's own programs of its bookings: signed calls to wherever its manager says. */
@NullMarked
package org.bodywork.notifications.webhook;

import org.jspecify.annotations.NullMarked;

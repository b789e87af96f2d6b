/** What became of the messages about visits, as notification-service tells it: our own copy, without addresses or texts. */
@NullMarked
package org.bodywork.bookings.delivery;

import org.jspecify.annotations.NullMarked;

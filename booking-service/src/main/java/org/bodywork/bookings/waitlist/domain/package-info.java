/** Who waits for what, whose turn it is, and what becomes of a freed time. */
@NullMarked
package org.bodywork.bookings.waitlist.domain;

import org.jspecify.annotations.NullMarked;

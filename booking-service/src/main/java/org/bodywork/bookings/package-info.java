/** The one place where time is promised: openings and appointments. */
@NullMarked
package org.bodywork.bookings;

import org.jspecify.annotations.NullMarked;

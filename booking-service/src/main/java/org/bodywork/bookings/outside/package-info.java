/** Busy times from calendars that therapists keep elsewhere: fetched now and then, never waited for. */
@NullMarked
package org.bodywork.bookings.outside;

import org.jspecify.annotations.NullMarked;

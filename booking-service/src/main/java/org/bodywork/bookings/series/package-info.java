/** Visits that are found, held and booked together, and moved or ended together later. */
@NullMarked
package org.bodywork.bookings.series;

import org.jspecify.annotations.NullMarked;

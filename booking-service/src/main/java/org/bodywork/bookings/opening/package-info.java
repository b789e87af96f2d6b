/** What can be booked, and when. */
@NullMarked
package org.bodywork.bookings.opening;

import org.jspecify.annotations.NullMarked;

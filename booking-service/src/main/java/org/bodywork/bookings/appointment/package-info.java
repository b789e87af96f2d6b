/** Appointments: booked, answered, cancelled, expired, and whether the client came. */
@NullMarked
package org.bodywork.bookings.appointment;

import org.jspecify.annotations.NullMarked;

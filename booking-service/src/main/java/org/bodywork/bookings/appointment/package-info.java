/** Appointments: booked, answered, cancelled, expired. */
@NullMarked
package org.bodywork.bookings.appointment;

import org.jspecify.annotations.NullMarked;

/** Appointments as they are told to other services. */
@NullMarked
package org.bodywork.bookings.appointment.adapter.kafka;

import org.jspecify.annotations.NullMarked;

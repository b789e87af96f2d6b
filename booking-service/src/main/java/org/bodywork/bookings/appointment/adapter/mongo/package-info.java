/** Appointments in MongoDB, where one unique index keeps time from being promised twice. */
@NullMarked
package org.bodywork.bookings.appointment.adapter.mongo;

import org.jspecify.annotations.NullMarked;

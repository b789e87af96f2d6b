/** What people do with appointments, one use case a class. */
@NullMarked
package org.bodywork.bookings.appointment.application;

import org.jspecify.annotations.NullMarked;

/** When a therapist can be booked: working hours, booking rules and what is already taken. */
@NullMarked
package org.bodywork.bookings.opening.domain;

import org.jspecify.annotations.NullMarked;

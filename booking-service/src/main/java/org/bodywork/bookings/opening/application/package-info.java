/** Answers what can be booked, from memory while nothing has changed. */
@NullMarked
package org.bodywork.bookings.opening.application;

import org.jspecify.annotations.NullMarked;

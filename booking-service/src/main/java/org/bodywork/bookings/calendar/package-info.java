/** Calendars to subscribe to: a therapist's own, and the one visit of a client. */
@NullMarked
package org.bodywork.bookings.calendar;

import org.jspecify.annotations.NullMarked;

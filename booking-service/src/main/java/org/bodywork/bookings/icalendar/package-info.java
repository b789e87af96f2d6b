/** Calendars as text, RFC 5545: what others subscribe to, and what is read from calendars of others. */
@NullMarked
package org.bodywork.bookings.icalendar;

import org.jspecify.annotations.NullMarked;

/** What is read from calendars of others, RFC 5545. */
@NullMarked
package org.bodywork.bookings.icalendar;

import org.jspecify.annotations.NullMarked;

/** Freed time for people who wait for it: one offer at a time, until it is taken or open to everybody again. */
@NullMarked
package org.bodywork.bookings.waitlist;

import org.jspecify.annotations.NullMarked;

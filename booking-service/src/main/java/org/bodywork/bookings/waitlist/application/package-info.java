/** Joining and leaving the waitlist, and offering freed time, one step after the other. */
@NullMarked
package org.bodywork.bookings.waitlist.application;

import org.jspecify.annotations.NullMarked;

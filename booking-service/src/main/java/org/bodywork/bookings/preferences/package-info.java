/** The way from a visit to where its client chooses how to be reached, which notification-service keeps. */
@NullMarked
package org.bodywork.bookings.preferences;

import org.jspecify.annotations.NullMarked;

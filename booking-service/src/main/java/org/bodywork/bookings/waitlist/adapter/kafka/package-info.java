/** Offers as they are told to other services. */
@NullMarked
package org.bodywork.bookings.waitlist.adapter.kafka;

import org.jspecify.annotations.NullMarked;

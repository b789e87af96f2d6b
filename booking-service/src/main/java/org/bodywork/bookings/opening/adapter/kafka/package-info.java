/** Tells every instance what to forget, and hears it. */
@NullMarked
package org.bodywork.bookings.opening.adapter.kafka;

import org.jspecify.annotations.NullMarked;

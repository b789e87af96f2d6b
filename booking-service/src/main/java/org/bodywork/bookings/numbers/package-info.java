/** How a practice's or a therapist's work goes, week by week. */
@NullMarked
package org.bodywork.bookings.numbers;

import org.jspecify.annotations.NullMarked;

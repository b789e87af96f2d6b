/** Counting for whoever may see it. */
@NullMarked
package org.bodywork.bookings.numbers.application;

import org.jspecify.annotations.NullMarked;

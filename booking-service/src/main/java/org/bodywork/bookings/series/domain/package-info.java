/** What a series is, which dates fit it, and the steps it is taken through. */
@NullMarked
package org.bodywork.bookings.series.domain;

import org.jspecify.annotations.NullMarked;

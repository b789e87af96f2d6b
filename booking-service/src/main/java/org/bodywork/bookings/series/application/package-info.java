/** Finding, holding, booking, moving and ending a series: single writes, each of which may be repeated. */
@NullMarked
package org.bodywork.bookings.series.application;

import org.jspecify.annotations.NullMarked;

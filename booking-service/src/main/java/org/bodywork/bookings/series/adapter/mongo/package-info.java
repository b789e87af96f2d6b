/** Series as they are stored. */
@NullMarked
package org.bodywork.bookings.series.adapter.mongo;

import org.jspecify.annotations.NullMarked;

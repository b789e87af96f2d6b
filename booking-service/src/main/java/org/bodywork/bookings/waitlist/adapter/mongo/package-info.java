/** The waitlist and the freed times as they are stored. */
@NullMarked
package org.bodywork.bookings.waitlist.adapter.mongo;

import org.jspecify.annotations.NullMarked;

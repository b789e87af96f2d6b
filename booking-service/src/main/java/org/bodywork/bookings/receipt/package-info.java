/** What a client shows an insurer of a visit that took place: a page and a paper that say the same for ever. */
@NullMarked
package org.bodywork.bookings.receipt;

import org.jspecify.annotations.NullMarked;

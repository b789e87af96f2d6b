/** Reads what is stored of all visits, and tells what can never have been right. */
@NullMarked
package org.bodywork.bookings.history;

import org.jspecify.annotations.NullMarked;

/** What a client has answered before a visit, in words for whoever treats them. */
@NullMarked
package org.bodywork.bookings.intake;

import org.jspecify.annotations.NullMarked;

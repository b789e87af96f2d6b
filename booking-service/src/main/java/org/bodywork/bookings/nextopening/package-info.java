/** Tells other services the next opening of every treatment, again whenever it is taken, freed or past. */
@NullMarked
package org.bodywork.bookings.nextopening;

import org.jspecify.annotations.NullMarked;

/** Tells others at times which visits there are, so that whoever has missed one notices. */
@NullMarked
package org.bodywork.bookings.checkpoint;

import org.jspecify.annotations.NullMarked;

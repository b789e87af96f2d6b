/** A practice's openings and booking in a frame on its own site. */
@NullMarked
package org.bodywork.bookings.embed;

import org.jspecify.annotations.NullMarked;

/** Visits of a therapist who is away, each offered to somebody else as its client decides. */
@NullMarked
package org.bodywork.bookings.handover;

import org.jspecify.annotations.NullMarked;

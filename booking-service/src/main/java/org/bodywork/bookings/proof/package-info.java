/** Proof that somebody reads a client's mail: a code by email, then a session of half an hour. */
@NullMarked
package org.bodywork.bookings.proof;

import org.jspecify.annotations.NullMarked;

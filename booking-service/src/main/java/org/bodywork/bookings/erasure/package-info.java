/** Forgetting a client, here and in the other services. */
@NullMarked
package org.bodywork.bookings.erasure;

import org.jspecify.annotations.NullMarked;

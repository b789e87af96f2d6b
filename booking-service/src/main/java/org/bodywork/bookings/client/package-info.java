/** Clients: the key that what is written about each is encrypted with, and what is remembered of their visits. */
@NullMarked
package org.bodywork.bookings.client;

import org.jspecify.annotations.NullMarked;

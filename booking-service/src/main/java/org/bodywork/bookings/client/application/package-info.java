/** Keeping records of clients, each under a key of its own. */
@NullMarked
package org.bodywork.bookings.client.application;

import org.jspecify.annotations.NullMarked;

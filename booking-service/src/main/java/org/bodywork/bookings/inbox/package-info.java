/** The console's inbox: what clients ask for, and what staff answer. */
@NullMarked
package org.bodywork.bookings.inbox;

import org.jspecify.annotations.NullMarked;

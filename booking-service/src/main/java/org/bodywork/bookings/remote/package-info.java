/** What stands before every call to another service. */
@NullMarked
package org.bodywork.bookings.remote;

import org.jspecify.annotations.NullMarked;

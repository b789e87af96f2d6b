/** The console: what staff see and do in a browser, on pages that work without a script. */
@NullMarked
package org.bodywork.bookings.console;

import org.jspecify.annotations.NullMarked;

/** People with a browser, for tests of what they see and do. */
@NullMarked
package org.bodywork.bookings.browser;

import org.jspecify.annotations.NullMarked;

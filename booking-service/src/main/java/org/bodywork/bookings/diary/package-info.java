/** The console's calendar, and the page of each visit in it. */
@NullMarked
package org.bodywork.bookings.diary;

import org.jspecify.annotations.NullMarked;

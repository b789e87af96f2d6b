/** What a client is shown after a visit: care between visits, the review, the next visit. */
@NullMarked
package org.bodywork.bookings.aftercare;

import org.jspecify.annotations.NullMarked;

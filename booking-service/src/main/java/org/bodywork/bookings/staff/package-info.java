/** Who may act for which therapist and practice, as therapist-service tells it; nothing of how they are reached. */
@NullMarked
package org.bodywork.bookings.staff;

import org.jspecify.annotations.NullMarked;

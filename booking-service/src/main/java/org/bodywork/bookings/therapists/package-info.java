/** How this service asks therapist-service, for every feature that does: one line, with what guards it. */
@NullMarked
package org.bodywork.bookings.therapists;

import org.jspecify.annotations.NullMarked;

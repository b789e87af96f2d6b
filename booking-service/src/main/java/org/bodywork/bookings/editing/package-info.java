/**
 * Editors of a listing in the console. therapist-service owns the listing and decides; here it is drawn, typed into, shown
 * with the openings it would lead to, and sent on with the staff member's own token.
 */
@NullMarked
package org.bodywork.bookings.editing;

import org.jspecify.annotations.NullMarked;

/** Where somebody in pain begins: the home page, the search, a therapist's profile and the guide. */
@NullMarked
package org.bodywork.bookings.find;

import org.jspecify.annotations.NullMarked;

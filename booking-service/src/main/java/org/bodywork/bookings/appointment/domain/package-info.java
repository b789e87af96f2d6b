/** The life of a visit: who may do what to it and when, and what time it takes. */
@NullMarked
package org.bodywork.bookings.appointment.domain;

import org.jspecify.annotations.NullMarked;

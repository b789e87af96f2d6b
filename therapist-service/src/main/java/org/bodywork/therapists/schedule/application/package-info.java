/** Changing a therapist's schedule without overlooking who is booked. */
@NullMarked
package org.bodywork.therapists.schedule.application;

import org.jspecify.annotations.NullMarked;

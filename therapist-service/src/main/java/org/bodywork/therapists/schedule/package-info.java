/** Staff keep a therapist's hours, time off and holidays, and are shown the booked visits a change would touch. */
@NullMarked
package org.bodywork.therapists.schedule;

import org.jspecify.annotations.NullMarked;

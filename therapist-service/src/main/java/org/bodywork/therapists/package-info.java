/** The directory people choose a therapist from, and the sign-in of staff. */
@NullMarked
package org.bodywork.therapists;

import org.jspecify.annotations.NullMarked;

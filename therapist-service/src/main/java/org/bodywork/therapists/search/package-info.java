/** Finds the right therapist for a pain, near a place, soon. */
@NullMarked
package org.bodywork.therapists.search;

import org.jspecify.annotations.NullMarked;

/** Practices and therapists, as the public sees and finds them. */
@NullMarked
package org.bodywork.therapists.listing;

import org.jspecify.annotations.NullMarked;

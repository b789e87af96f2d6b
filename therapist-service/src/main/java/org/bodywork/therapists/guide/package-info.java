/** What people read before they choose a therapist and between visits; the text lies in {@code resources/guide}. */
@NullMarked
package org.bodywork.therapists.guide;

import org.jspecify.annotations.NullMarked;

/** Listings that practices send us as files. */
@NullMarked
package org.bodywork.therapists.importing;

import org.jspecify.annotations.NullMarked;

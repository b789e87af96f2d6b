/** Files of listings, whole and broken. */
@NullMarked
package org.bodywork.therapists.importing.adapter.csv;

import org.jspecify.annotations.NullMarked;

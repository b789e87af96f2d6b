/** Tests of the running service: listing. */
@NullMarked
package org.bodywork.therapists.listing;

import org.jspecify.annotations.NullMarked;

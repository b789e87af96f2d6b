/** Tests of what is done with listings. */
@NullMarked
package org.bodywork.therapists.listing.application;

import org.jspecify.annotations.NullMarked;

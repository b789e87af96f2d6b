/** The rules of a listing, one fact a test. */
@NullMarked
package org.bodywork.therapists.listing.domain;

import org.jspecify.annotations.NullMarked;

/** The rules of a listing: what a practice and a therapist may say about themselves and how they can be booked. */
@NullMarked
package org.bodywork.therapists.listing.domain;

import org.jspecify.annotations.NullMarked;

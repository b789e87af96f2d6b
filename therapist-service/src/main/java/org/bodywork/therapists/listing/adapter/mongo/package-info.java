/** Listings in MongoDB, and the events that tell of them. */
@NullMarked
package org.bodywork.therapists.listing.adapter.mongo;

import org.jspecify.annotations.NullMarked;

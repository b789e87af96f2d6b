/** Listings against every MongoDB they may be stored in. */
@NullMarked
package org.bodywork.therapists.listing.adapter.mongo;

import org.jspecify.annotations.NullMarked;

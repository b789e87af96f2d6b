/** Forms and views, without a server. */
@NullMarked
package org.bodywork.therapists.listing.adapter.web;

import org.jspecify.annotations.NullMarked;

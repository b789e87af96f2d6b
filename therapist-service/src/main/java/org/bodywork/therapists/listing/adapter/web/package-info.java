/** The public reads of the directory. */
@NullMarked
package org.bodywork.therapists.listing.adapter.web;

import org.jspecify.annotations.NullMarked;

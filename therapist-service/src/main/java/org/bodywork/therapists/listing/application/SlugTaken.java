package org.bodywork.therapists.listing.application;

import org.bodywork.therapists.listing.domain.Slug;

/** Another listing of its kind has this slug already. */
public final class SlugTaken extends RuntimeException {

    public SlugTaken(Slug slug) {
        super("the slug " + slug.value() + " belongs to another listing", null, false, false);
    }
}

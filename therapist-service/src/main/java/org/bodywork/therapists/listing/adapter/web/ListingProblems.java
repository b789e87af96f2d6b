package org.bodywork.therapists.listing.adapter.web;

import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.bodywork.therapists.listing.application.UnknownListing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the directory refuses, over HTTP. */
@Component
final class ListingProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return error instanceof UnknownListing unknown
                ? Problem.notFound("No %s is listed under this name.".formatted(unknown.kind()))
                : null;
    }
}

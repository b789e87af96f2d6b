package org.bodywork.therapists.listing.adapter.web;

import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.bodywork.therapists.listing.application.ChangedMeanwhile;
import org.bodywork.therapists.listing.application.SlugTaken;
import org.bodywork.therapists.listing.application.StillInUse;
import org.bodywork.therapists.listing.application.UnknownListing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the directory refuses, over HTTP. */
@Component
final class ListingProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return switch (error) {
            case UnknownListing unknown ->
                Problem.notFound("No %s is listed under this name.".formatted(unknown.kind()));
            case ChangedMeanwhile _ -> Problem.outdated();
            case SlugTaken _ ->
                Problem.conflict(
                        "slug-taken", "This name is taken", "Another listing is linked by this name. Choose another.");
            case StillInUse used -> stillInUse(used);
            default -> null;
        };
    }

    private static Problem stillInUse(StillInUse used) {
        return Problem.conflict(
                "still-in-use",
                "Still in use",
                switch (used.why()) {
                    case LOCATION -> "Somebody works at a location that is to be removed: change their listing first.";
                    case ROOM -> "A treatment names a room that is to be removed: change that treatment first.";
                    case PRACTICE -> "Somebody is published at this practice: withdraw their listing first.";
                });
    }
}

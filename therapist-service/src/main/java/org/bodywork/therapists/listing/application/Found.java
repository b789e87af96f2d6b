package org.bodywork.therapists.listing.application;

import java.util.List;
import java.util.Map;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Therapist;

/**
 * One page of what was found.
 *
 * @param total on all pages
 * @param therapists the page's therapists, in order
 * @param theirPractices the practices these work at
 * @param unclaimed the page's unclaimed practices, which follow the therapists
 */
public record Found(
        long total, List<Therapist> therapists, Map<PracticeId, Practice> theirPractices, List<Practice> unclaimed) {

    public Found {
        therapists = List.copyOf(therapists);
        theirPractices = Map.copyOf(theirPractices);
        unclaimed = List.copyOf(unclaimed);
    }
}

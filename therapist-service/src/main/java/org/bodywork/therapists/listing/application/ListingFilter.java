package org.bodywork.therapists.listing.application;

import java.util.Set;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Modality;

/** What somebody looks for: any of the words within a set, all of the sets; an empty set asks for nothing. */
public record ListingFilter(Set<Area> areas, Set<Modality> modalities, Set<Condition> conditions) {

    public ListingFilter {
        areas = Set.copyOf(areas);
        modalities = Set.copyOf(modalities);
        conditions = Set.copyOf(conditions);
    }

    /** An unclaimed practice says nothing of what is done there. */
    boolean canMatchUnclaimed() {
        return modalities.isEmpty() && conditions.isEmpty();
    }
}

package org.bodywork.therapists.listing.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bodywork.therapists.listing.domain.Therapist;
import org.jspecify.annotations.Nullable;

/**
 * A part of those who are listed at a practice.
 *
 * @param next what {@code after} continues with; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TherapistsView(List<Name> items, @Nullable String next) {

    static TherapistsView of(List<Therapist> found, int size) {
        return new TherapistsView(
                found.stream().map(Name::of).toList(),
                found.size() < size ? null : found.getLast().id().toString());
    }

    record Name(String id, String slug, String name, String status) {

        static Name of(Therapist therapist) {
            return new Name(
                    therapist.id().toString(),
                    therapist.slug().value(),
                    therapist.name(),
                    therapist.status().slug());
        }
    }
}

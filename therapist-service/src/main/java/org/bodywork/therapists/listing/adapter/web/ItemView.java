package org.bodywork.therapists.listing.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Therapist;
import org.jspecify.annotations.Nullable;

/**
 * A therapist, or a practice nobody has claimed, in a list.
 *
 * @param kind {@code therapist} or {@code practice}
 * @param practice where the therapist works
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemView(
        String id,
        String kind,
        String slug,
        String name,
        @Nullable PracticeName practice,
        String area,
        boolean demo,
        List<String> modalities,
        List<String> conditions,
        List<CredentialView> credentials,
        @Nullable MoneyView priceFrom) {

    static ItemView of(Therapist therapist, @Nullable Practice practice) {
        return new ItemView(
                therapist.id().toString(),
                "therapist",
                therapist.slug().value(),
                therapist.name(),
                practice == null ? null : PracticeName.of(practice),
                therapist.area().slug(),
                therapist.demo(),
                therapist.modalities().stream().map(Modality::slug).toList(),
                therapist.conditions().stream()
                        .map(experience -> experience.condition().slug())
                        .toList(),
                CredentialView.of(therapist.licence()),
                therapist.priceFrom().map(MoneyView::of).orElse(null));
    }

    static ItemView of(Practice unclaimed) {
        return new ItemView(
                unclaimed.id().toString(),
                "practice",
                unclaimed.slug().value(),
                unclaimed.name(),
                null,
                unclaimed.locations().getFirst().area().slug(),
                unclaimed.demo(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    record PracticeName(String id, String slug, String name) {

        static PracticeName of(Practice practice) {
            return new PracticeName(practice.id().toString(), practice.slug().value(), practice.name());
        }
    }
}

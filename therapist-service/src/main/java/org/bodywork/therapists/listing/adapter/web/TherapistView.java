package org.bodywork.therapists.listing.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.therapists.listing.application.Profile;
import org.bodywork.therapists.listing.domain.BookingRules;
import org.bodywork.therapists.listing.domain.DoctorsPaper;
import org.bodywork.therapists.listing.domain.Experience;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Portrait;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PressureRange;
import org.bodywork.therapists.listing.domain.Rating;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.Treatment;
import org.bodywork.therapists.listing.domain.Workplace;
import org.bodywork.therapists.view.CredentialView;
import org.bodywork.therapists.view.MoneyView;
import org.jspecify.annotations.Nullable;

/** A therapist's public profile. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TherapistView(
        String id,
        String slug,
        String name,
        @Nullable String pronouns,
        @Nullable String gender,
        PracticeName practice,
        String area,
        boolean demo,
        List<String> languages,
        List<String> modalities,
        List<ExperienceView> conditions,
        @Nullable String approach,
        @Nullable PressureView pressure,
        List<String> photos,
        List<String> doctorsPapers,
        List<CredentialView> credentials,
        @Nullable BigDecimal rating,
        int reviewCount,
        List<TreatmentView> treatments,
        BookingView booking,
        List<LocationView> locations) {

    static TherapistView of(Profile profile) {
        Therapist therapist = profile.therapist();
        Portrait portrait = therapist.portrait();
        Gender gender = portrait.gender();
        Rating rating = profile.rating();
        return new TherapistView(
                therapist.id().toString(),
                therapist.slug().value(),
                portrait.name(),
                portrait.pronouns(),
                gender == null ? null : gender.slug(),
                PracticeName.of(profile.practice()),
                therapist.area().slug(),
                therapist.demo(),
                portrait.languages().stream().map(Language::tag).toList(),
                therapist.modalities().stream().map(Modality::slug).toList(),
                therapist.conditions().stream().map(ExperienceView::of).toList(),
                portrait.approach(),
                PressureView.of(portrait.pressure()),
                portrait.photos().stream().map(photo -> photo.url().toString()).toList(),
                profile.practice().doctorsPapers().stream()
                        .map(DoctorsPaper::slug)
                        .toList(),
                CredentialView.of(therapist.credentials()),
                rating == null ? null : rating.rounded(),
                rating == null ? 0 : rating.count(),
                therapist.treatments().stream().map(TreatmentView::of).toList(),
                BookingView.of(therapist.rules()),
                locations(profile));
    }

    private static List<LocationView> locations(Profile profile) {
        Set<LocationId> theirs =
                profile.therapist().workplaces().stream().map(Workplace::id).collect(Collectors.toSet());
        return profile.practice().locations().stream()
                .filter(location -> theirs.contains(location.id()))
                .map(LocationView::of)
                .toList();
    }

    /** From the gentlest to the firmest. */
    record PressureView(String from, String to) {

        static @Nullable PressureView of(@Nullable PressureRange range) {
            return range == null
                    ? null
                    : new PressureView(range.from().slug(), range.to().slug());
        }
    }

    record ExperienceView(String condition, int years) {

        static ExperienceView of(Experience experience) {
            return new ExperienceView(experience.condition().slug(), experience.years());
        }
    }

    record TreatmentView(String id, String name, String modality, int minutes, MoneyView price, String clients) {

        static TreatmentView of(Treatment treatment) {
            return new TreatmentView(
                    treatment.id().toString(),
                    treatment.name(),
                    treatment.modality().slug(),
                    treatment.minutes(),
                    MoneyView.of(treatment.price()),
                    treatment.clients().slug());
        }
    }

    /**
     * How booking works here.
     *
     * @param instant at once; otherwise by a request that the therapist answers
     * @param feeText what cancelling within the cut-off costs; empty where it costs nothing
     */
    record BookingView(
            boolean instant, long noticeMinutes, int horizonDays, long cancellationCutoffMinutes, String feeText) {

        static BookingView of(BookingRules rules) {
            return new BookingView(
                    rules.instant(),
                    rules.notice().toMinutes(),
                    rules.horizonDays(),
                    rules.cancellationCutoff().toMinutes(),
                    rules.feeText());
        }
    }

    /** Where the therapist works. */
    record PracticeName(String id, String slug, String name) {

        static PracticeName of(Practice practice) {
            return new PracticeName(practice.id().toString(), practice.slug().value(), practice.name());
        }
    }
}

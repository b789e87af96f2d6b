package org.bodywork.therapists.listing.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.bodywork.platform.web.Body;
import org.bodywork.therapists.listing.domain.BookingRules;
import org.bodywork.therapists.listing.domain.DailyLimits;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Portrait;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.Treatment;
import org.bodywork.therapists.view.CredentialView;
import org.bodywork.therapists.view.MoneyView;
import org.jspecify.annotations.Nullable;

/**
 * All that staff write of a therapist, but for the hours: what is read can be changed and sent back.
 *
 * @param practiceId said once
 * @param slug said once
 * @param locations ids, the first is the one whose area the therapist is listed in
 */
@Body("therapist-form")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TherapistForm(
        String practiceId,
        String slug,
        String status,
        String name,
        @Nullable String pronouns,
        @Nullable String gender,
        List<String> languages,
        List<String> modalities,
        List<TherapistView.ExperienceView> conditions,
        @Nullable String approach,
        TherapistView.@Nullable PressureView pressure,
        List<String> photos,
        List<CredentialView> credentials,
        List<TreatmentForm> treatments,
        RulesForm rules,
        List<String> locations) {

    static TherapistForm of(Therapist therapist) {
        Portrait portrait = therapist.portrait();
        Gender gender = portrait.gender();
        return new TherapistForm(
                therapist.practice().toString(),
                therapist.slug().value(),
                therapist.status().slug(),
                portrait.name(),
                portrait.pronouns(),
                gender == null ? null : gender.slug(),
                portrait.languages().stream().map(Language::tag).toList(),
                therapist.modalities().stream().map(Modality::slug).toList(),
                therapist.conditions().stream()
                        .map(TherapistView.ExperienceView::of)
                        .toList(),
                portrait.approach(),
                TherapistView.PressureView.of(portrait.pressure()),
                portrait.photos().stream().map(photo -> photo.url().toString()).toList(),
                CredentialView.of(therapist.credentials()),
                therapist.treatments().stream().map(TreatmentForm::of).toList(),
                RulesForm.of(therapist.rules()),
                therapist.workplaces().stream()
                        .map(place -> place.id().toString())
                        .toList());
    }

    /**
     * What can be booked.
     *
     * @param id none for a new one
     * @param rooms names of the rooms any of which would do; left out where any room of the place would
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TreatmentForm(
            @Nullable String id,
            String name,
            String modality,
            int minutes,
            MoneyView price,
            int bufferMinutes,
            boolean roomNeeded,
            @Nullable List<String> rooms,
            String clients) {

        static TreatmentForm of(Treatment treatment) {
            return new TreatmentForm(
                    treatment.id().toString(),
                    treatment.name(),
                    treatment.modality().slug(),
                    treatment.minutes(),
                    MoneyView.of(treatment.price()),
                    treatment.bufferMinutes(),
                    treatment.roomNeeded(),
                    treatment.rooms().isEmpty() ? null : treatment.rooms(),
                    treatment.clients().slug());
        }
    }

    /** The therapist's booking rules; a limit that is not named is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RulesForm(
            boolean instant,
            int noticeMinutes,
            int horizonDays,
            int gridMinutes,
            int requestMinutes,
            int cancellationCutoffMinutes,
            String feeText,
            @Nullable Integer visitsADay,
            @Nullable Integer handsOnMinutesADay,
            @Nullable InARowForm inARow) {

        static RulesForm of(BookingRules rules) {
            Duration handsOn = rules.limits().handsOn();
            DailyLimits.InARow inARow = rules.limits().inARow();
            return new RulesForm(
                    rules.instant(),
                    minutes(rules.notice()),
                    rules.horizonDays(),
                    minutes(rules.grid()),
                    minutes(rules.requestWaits()),
                    minutes(rules.cancellationCutoff()),
                    rules.feeText(),
                    rules.limits().visits(),
                    handsOn == null ? null : minutes(handsOn),
                    inARow == null ? null : new InARowForm(minutes(inARow.most()), minutes(inARow.rest())));
        }

        private static int minutes(Duration time) {
            return Math.toIntExact(time.toMinutes());
        }
    }

    record InARowForm(int handsOnMinutes, int breakMinutes) {}
}

package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bodywork.platform.events.Event;
import org.bodywork.therapists.listing.domain.BookingRules;
import org.bodywork.therapists.listing.domain.Clients;
import org.bodywork.therapists.listing.domain.DailyLimits;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.Licence;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.PressureRange;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.Treatment;
import org.bodywork.therapists.listing.domain.Workplace;
import org.jspecify.annotations.Nullable;

/** What other services are told of a therapist: the whole listing, each time. */
record TherapistChanged(
        String id,
        long sequence,
        ListingStatus status,
        String slug,
        String name,
        String practiceId,
        String area,
        boolean demo,
        List<String> languages,
        @Nullable String gender,
        @Nullable Range pressure,
        List<String> photos,
        List<String> modalities,
        List<ConditionYears> conditions,
        List<Bookable> treatments,
        Rules rules,
        @Nullable ValidLicence licence,
        List<Place> locations,
        List<PublishedHours.Hours> schedule,
        @Nullable List<PublishedHours.Version> versions,
        @Nullable List<PublishedHours.OtherHours> overrides,
        @Nullable List<PublishedHours.Away> timeOff,
        PublishedHours.@Nullable Closed holidays) {

    static final String TOPIC = "therapists";
    static final String TYPE = "org.bodywork.therapist.changed.v1";

    static Event event(Therapist therapist, long sequence, Instant at) {
        String id = therapist.id().toString();
        return Event.of(TOPIC, id, TYPE, id, sequence, at, of(therapist, sequence, at));
    }

    private static TherapistChanged of(Therapist therapist, long sequence, Instant at) {
        Schedule schedule = therapist.schedule();
        LocalDate today = at.atZone(therapist.zone()).toLocalDate();
        return new TherapistChanged(
                therapist.id().toString(),
                sequence,
                therapist.status(),
                therapist.slug().value(),
                therapist.name(),
                therapist.practice().toString(),
                therapist.area().slug(),
                therapist.demo(),
                therapist.portrait().languages().stream().map(Language::tag).toList(),
                slug(therapist.portrait().gender()),
                Range.of(therapist.portrait().pressure()),
                therapist.portrait().photos().stream()
                        .map(photo -> photo.url().toString())
                        .toList(),
                therapist.modalities().stream().map(Modality::slug).toList(),
                therapist.conditions().stream()
                        .map(each -> new ConditionYears(each.condition().slug(), each.years()))
                        .toList(),
                therapist.treatments().stream().map(Bookable::of).toList(),
                Rules.of(therapist.rules()),
                ValidLicence.of(therapist.credentials().required()),
                therapist.workplaces().stream().map(Place::of).toList(),
                PublishedHours.week(schedule.weekOn(today)),
                PublishedHours.versions(schedule),
                PublishedHours.overrides(schedule),
                PublishedHours.timeOff(schedule),
                PublishedHours.holidays(schedule));
    }

    private static @Nullable String slug(@Nullable Gender gender) {
        return gender == null ? null : gender.slug();
    }

    record Range(String from, String to) {

        static @Nullable Range of(@Nullable PressureRange range) {
            return range == null
                    ? null
                    : new Range(range.from().slug(), range.to().slug());
        }
    }

    record ConditionYears(String condition, int years) {}

    record Bookable(
            String id,
            String name,
            String modality,
            int minutes,
            Price price,
            int bufferMinutes,
            boolean roomNeeded,
            @Nullable List<String> rooms,
            Clients clients) {

        static Bookable of(Treatment treatment) {
            return new Bookable(
                    treatment.id().toString(),
                    treatment.name(),
                    treatment.modality().slug(),
                    treatment.minutes(),
                    new Price(treatment.price().toString(), Money.CURRENCY),
                    treatment.bufferMinutes(),
                    treatment.roomNeeded(),
                    treatment.rooms().isEmpty() ? null : treatment.rooms(),
                    treatment.clients());
        }
    }

    record Price(String amount, String currency) {}

    record Rules(
            boolean instant,
            long noticeMinutes,
            int horizonDays,
            long gridMinutes,
            long requestMinutes,
            long cancellationCutoffMinutes,
            String feeText,
            @Nullable Integer visitsADay,
            @Nullable Long handsOnMinutesADay,
            @Nullable Stretch inARow) {

        static Rules of(BookingRules rules) {
            Duration handsOn = rules.limits().handsOn();
            return new Rules(
                    rules.instant(),
                    rules.notice().toMinutes(),
                    rules.horizonDays(),
                    rules.grid().toMinutes(),
                    rules.requestWaits().toMinutes(),
                    rules.cancellationCutoff().toMinutes(),
                    rules.feeText(),
                    rules.limits().visits(),
                    handsOn == null ? null : handsOn.toMinutes(),
                    Stretch.of(rules.limits().inARow()));
        }
    }

    record Stretch(long handsOnMinutes, long breakMinutes) {

        static @Nullable Stretch of(DailyLimits.@Nullable InARow inARow) {
            return inARow == null
                    ? null
                    : new Stretch(inARow.most().toMinutes(), inARow.rest().toMinutes());
        }
    }

    record ValidLicence(String number, String state, String expires) {

        static @Nullable ValidLicence of(@Nullable Licence licence) {
            return licence == null
                    ? null
                    : new ValidLicence(
                            licence.number(), licence.state(), licence.expires().toString());
        }
    }

    record Place(String id, String practiceId, String area, String zone, List<String> rooms) {

        static Place of(Workplace place) {
            return new Place(
                    place.id().toString(),
                    place.practice().toString(),
                    place.area().slug(),
                    place.zone().getId(),
                    place.rooms());
        }
    }
}

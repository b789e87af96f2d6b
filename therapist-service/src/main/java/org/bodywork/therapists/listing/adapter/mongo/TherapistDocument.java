package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.bodywork.therapists.listing.adapter.mongo.StoredSchedule.StoredRange;
import org.bodywork.therapists.listing.application.ExpiringLicences.Watched;
import org.bodywork.therapists.listing.application.Rated;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Credentials;
import org.bodywork.therapists.listing.domain.Experience;
import org.bodywork.therapists.listing.domain.ExpiryWarning;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.Licence;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Photo;
import org.bodywork.therapists.listing.domain.Portrait;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Pressure;
import org.bodywork.therapists.listing.domain.PressureRange;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Tally;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.listing.domain.WeeklySchedule;
import org.bodywork.therapists.listing.domain.Workplace;
import org.bodywork.therapists.store.Dated;
import org.bodywork.therapists.store.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A therapist as stored. The listing is one part of the document, replaced as a whole, so that nothing of an earlier
 * listing stays behind.
 *
 * @param due when somebody looks at the required licence next; absent where nobody has to
 */
record TherapistDocument(
        @Id String id,
        long sequence,
        Instant changedAt,
        Listing listing,
        @Nullable StoredTally rating,
        @Nullable Instant due,
        @Nullable StoredWarning licenceWarning,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "therapists";

    Therapist therapist() {
        return listing.therapist(id);
    }

    Rated rated() {
        return new Rated(therapist(), tally());
    }

    Dated<Rated> dated() {
        return new Dated<>(rated(), changedAt);
    }

    Tally tally() {
        return rating == null ? Tally.NONE : rating.tally();
    }

    Optional<Watched> watched() {
        return Optional.ofNullable(due)
                .map(moment -> new Watched(
                        therapist(), sequence, moment, licenceWarning == null ? null : licenceWarning.warning()));
    }

    Versioned<Therapist> versioned() {
        return new Versioned<>(therapist(), sequence);
    }

    /** What has been counted of the reviews. It has no part in the listing, which is replaced as a whole. */
    record StoredTally(int sum, int count, @Nullable StoredCounted last) {

        static StoredTally of(Tally tally) {
            Tally.Counted last = tally.last();
            return new StoredTally(
                    tally.sum(),
                    tally.count(),
                    last == null ? null : new StoredCounted(last.review().toString(), last.version(), last.rating()));
        }

        Tally tally() {
            return new Tally(sum, count, last == null ? null : last.counted());
        }
    }

    /** Which warning about which last day was given last. */
    record StoredWarning(String expires, int daysBefore) {

        static StoredWarning of(ExpiryWarning warning) {
            return new StoredWarning(warning.expires().toString(), warning.daysBefore());
        }

        ExpiryWarning warning() {
            return new ExpiryWarning(LocalDate.parse(expires), daysBefore);
        }
    }

    record StoredCounted(String review, long version, int rating) {

        Tally.Counted counted() {
            return new Tally.Counted(UUID.fromString(review), version, rating);
        }
    }

    /**
     * The listing.
     *
     * @param schedule the weekly hours, or the first of them
     * @param calendar the whole schedule; none where there is but one week for ever, as in the first documents
     */
    record Listing(
            String slug,
            ListingStatus status,
            String name,
            @Nullable String pronouns,
            @Nullable String gender,
            String practiceId,
            String area,
            boolean demo,
            List<String> languages,
            List<String> modalities,
            List<StoredExperience> conditions,
            @Nullable String approach,
            @Nullable StoredPressure pressure,
            @Nullable List<String> photos,
            @Nullable StoredLicence licence,
            @Nullable List<StoredLicence> furtherLicences,
            @Nullable List<StoredCertificate> certificates,
            List<StoredTreatment> treatments,
            StoredRules rules,
            List<StoredWorkplace> locations,
            List<StoredRange> schedule,
            @Nullable StoredSchedule calendar) {

        static Listing of(Therapist therapist) {
            Portrait portrait = therapist.portrait();
            Gender gender = portrait.gender();
            PressureRange pressure = portrait.pressure();
            Credentials credentials = therapist.credentials();
            Licence licence = credentials.required();
            return new Listing(
                    therapist.slug().value(),
                    therapist.status(),
                    portrait.name(),
                    portrait.pronouns(),
                    gender == null ? null : gender.slug(),
                    therapist.practice().toString(),
                    therapist.area().slug(),
                    therapist.demo(),
                    portrait.languages().stream().map(Language::tag).toList(),
                    therapist.modalities().stream().map(Modality::slug).toList(),
                    therapist.conditions().stream().map(StoredExperience::of).toList(),
                    portrait.approach(),
                    pressure == null ? null : StoredPressure.of(pressure),
                    portrait.photos().stream()
                            .map(photo -> photo.url().toString())
                            .toList(),
                    licence == null ? null : StoredLicence.of(licence),
                    credentials.furtherLicences().stream()
                            .map(StoredLicence::of)
                            .toList(),
                    credentials.certificates().stream()
                            .map(StoredCertificate::of)
                            .toList(),
                    therapist.treatments().stream().map(StoredTreatment::of).toList(),
                    StoredRules.of(therapist.rules()),
                    therapist.workplaces().stream().map(StoredWorkplace::of).toList(),
                    firstWeek(therapist.schedule()),
                    therapist.schedule().isOneWeekForEver() ? null : StoredSchedule.of(therapist.schedule()));
        }

        private static List<StoredRange> firstWeek(Schedule schedule) {
            return schedule.versions().stream()
                    .limit(1)
                    .flatMap(version -> version.week().ranges().stream())
                    .map(StoredRange::of)
                    .toList();
        }

        private Schedule hours() {
            return calendar == null
                    ? Schedule.everyWeek(new WeeklySchedule(
                            schedule.stream().map(StoredRange::range).toList()))
                    : calendar.schedule();
        }

        private Therapist therapist(String id) {
            return new Therapist(
                    new TherapistId(UUID.fromString(id)),
                    new Slug(slug),
                    status,
                    portrait(),
                    new PracticeId(UUID.fromString(practiceId)),
                    Area.ofSlug(area),
                    demo,
                    modalities.stream().map(Modality::ofSlug).toList(),
                    conditions.stream().map(StoredExperience::experience).toList(),
                    credentials(),
                    treatments.stream().map(StoredTreatment::treatment).toList(),
                    rules.rules(),
                    locations.stream().map(StoredWorkplace::workplace).toList(),
                    hours());
        }

        private Portrait portrait() {
            return new Portrait(
                    name,
                    pronouns,
                    gender == null ? null : Gender.ofSlug(gender),
                    languages.stream().map(Language::new).toList(),
                    approach,
                    pressure == null ? null : pressure.range(),
                    orNone(photos).stream().map(Photo::at).toList());
        }

        private Credentials credentials() {
            return new Credentials(
                    licence == null ? null : licence.licence(),
                    orNone(furtherLicences).stream().map(StoredLicence::licence).toList(),
                    orNone(certificates).stream()
                            .map(StoredCertificate::certificate)
                            .toList());
        }
    }

    /** The list, which documents of earlier versions do not have. */
    private static <T> List<T> orNone(@Nullable List<T> stored) {
        return stored == null ? List.of() : stored;
    }

    record StoredPressure(String from, String to) {

        static StoredPressure of(PressureRange range) {
            return new StoredPressure(range.from().slug(), range.to().slug());
        }

        PressureRange range() {
            return new PressureRange(Pressure.ofSlug(from), Pressure.ofSlug(to));
        }
    }

    record StoredExperience(String condition, int years) {

        static StoredExperience of(Experience experience) {
            return new StoredExperience(experience.condition().slug(), experience.years());
        }

        Experience experience() {
            return new Experience(Condition.ofSlug(condition), years);
        }
    }

    record StoredWorkplace(String locationId, String practiceId, String area, String zone, List<String> rooms) {

        static StoredWorkplace of(Workplace place) {
            return new StoredWorkplace(
                    place.id().toString(),
                    place.practice().toString(),
                    place.area().slug(),
                    place.zone().getId(),
                    place.rooms());
        }

        Workplace workplace() {
            return new Workplace(
                    new LocationId(UUID.fromString(locationId)),
                    new PracticeId(UUID.fromString(practiceId)),
                    Area.ofSlug(area),
                    ZoneId.of(zone),
                    rooms);
        }
    }
}

package org.bodywork.therapists.listing.adapter.web;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bodywork.therapists.form.Faults;
import org.bodywork.therapists.listing.application.Editor;
import org.bodywork.therapists.listing.domain.BookingRules;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Credentials;
import org.bodywork.therapists.listing.domain.Experience;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Photo;
import org.bodywork.therapists.listing.domain.Portrait;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Pressure;
import org.bodywork.therapists.listing.domain.PressureRange;
import org.bodywork.therapists.listing.domain.Repeated;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.listing.domain.Treatment;
import org.bodywork.therapists.listing.domain.Wording;
import org.bodywork.therapists.listing.domain.Workplace;
import org.jspecify.annotations.Nullable;

/** Makes a therapist's listing of a form. */
final class FilledTherapist {

    private final TherapistForm form;
    private final Editor editor;
    private final LocalDate today;
    private final Faults faults = new Faults();

    /** Takes the day that no credential may have been checked after. */
    FilledTherapist(TherapistForm form, Editor editor, LocalDate today) {
        this.form = form;
        this.editor = editor;
        this.today = today;
    }

    Therapist anew(Practice practice) {
        return filledIn(null, practice);
    }

    Therapist replacing(Therapist known, Practice practice) {
        faults.require(known.slug().value().equals(form.slug()), "/slug", "Cannot be changed: links lead to it.");
        faults.require(
                known.practice().toString().equals(form.practiceId()),
                "/practiceId",
                "Cannot be changed: list the therapist anew at the other practice.");
        return filledIn(known, practice);
    }

    private Therapist filledIn(@Nullable Therapist known, Practice practice) {
        Schedule schedule = known == null ? Schedule.NONE : known.schedule();
        Slug slug = faults.read("/slug", () -> new Slug(form.slug()));
        ListingStatus status = faults.read("/status", () -> ListingStatus.ofSlug(form.status()));
        Portrait portrait = portrait();
        List<Modality> modalities = faults.each("/modalities", form.modalities(), (word, _) -> Modality.ofSlug(word));
        faults.check("/modalities", () -> Repeated.refuse(modalities, "modality"));
        List<Experience> conditions = conditions();
        Credentials credentials = new FilledCredentials(
                        faults,
                        editor.mayEdit(practice.id()),
                        today,
                        known == null ? Credentials.NONE : known.credentials())
                .of(form.credentials());
        List<Location> places = faults.each("/locations", form.locations(), (id, _) -> location(id, practice));
        List<Treatment> treatments = treatments(
                new FilledTreatments(faults, known == null ? List.of() : known.treatments(), places),
                modalities,
                schedule);
        BookingRules rules = new FilledRules(faults).of(form.rules());
        List<Workplace> workplaces =
                places.stream().map(place -> Workplace.at(practice, place)).toList();
        faults.check("/locations", () -> {
            Repeated.refuse(form.locations(), "location");
            Therapist.requireOneZone(workplaces);
            Therapist.requireKnownWorkplaces(schedule, workplaces);
        });
        if (status == ListingStatus.PUBLISHED) {
            requireComplete(practice, places);
        }
        faults.refuse();
        return new Therapist(
                known == null ? new TherapistId(UUID.randomUUID()) : known.id(),
                requireNonNull(slug),
                requireNonNull(status),
                requireNonNull(portrait),
                practice.id(),
                places.isEmpty()
                        ? practice.locations().getFirst().area()
                        : places.getFirst().area(),
                known == null ? practice.demo() : known.demo(),
                modalities,
                conditions,
                requireNonNull(credentials),
                treatments,
                requireNonNull(rules),
                workplaces,
                schedule);
    }

    private @Nullable Portrait portrait() {
        faults.check("/name", () -> Wording.name(form.name()));
        String pronouns = form.pronouns();
        if (pronouns != null) {
            faults.check("/pronouns", () -> Wording.name(pronouns));
        }
        String approach = form.approach();
        if (approach != null) {
            faults.check("/approach", () -> Wording.paragraphs(approach));
        }
        String word = form.gender();
        Gender gender = word == null ? null : faults.read("/gender", () -> Gender.ofSlug(word));
        List<Language> languages = faults.each("/languages", form.languages(), (tag, _) -> new Language(tag));
        faults.check("/languages", () -> Repeated.refuse(languages, "language"));
        List<Photo> photos = faults.each("/photos", form.photos(), (url, _) -> Photo.at(url));
        faults.check("/photos", () -> Portrait.requireFew(photos));
        PressureRange pressure = pressure(form.pressure());
        return Faults.whole(() -> new Portrait(form.name(), pronouns, gender, languages, approach, pressure, photos));
    }

    private @Nullable PressureRange pressure(TherapistView.@Nullable PressureView range) {
        if (range == null) {
            return null;
        }
        Pressure from = faults.read("/pressure/from", () -> Pressure.ofSlug(range.from()));
        Pressure to = faults.read("/pressure/to", () -> Pressure.ofSlug(range.to()));
        return from == null || to == null ? null : faults.read("/pressure", () -> new PressureRange(from, to));
    }

    private List<Experience> conditions() {
        List<Experience> conditions = faults.each("/conditions", form.conditions(), (known, at) -> {
            Condition condition = faults.read(at + "/condition", () -> Condition.ofSlug(known.condition()));
            return condition == null
                    ? null
                    : faults.read(at + "/years", () -> new Experience(condition, known.years()));
        });
        faults.check(
                "/conditions",
                () -> Repeated.refuse(
                        conditions.stream().map(Experience::condition).toList(), "condition"));
        return conditions;
    }

    private List<Treatment> treatments(FilledTreatments filled, List<Modality> modalities, Schedule schedule) {
        List<Treatment> treatments = faults.each("/treatments", form.treatments(), filled::of);
        faults.check(
                "/treatments",
                () -> Repeated.refuse(treatments.stream().map(Treatment::id).toList(), "treatment"));
        for (Treatment each : treatments) {
            faults.check("/treatments", () -> Therapist.requireBookable(List.of(each), modalities, schedule));
        }
        return treatments;
    }

    private static Location location(String id, Practice practice) {
        return practice.locations().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("is no location of the practice"));
    }

    /** What is published can be found, understood and reached. */
    private void requireComplete(Practice practice, List<Location> places) {
        faults.require(
                practice.status() == ListingStatus.PUBLISHED, "/status", "The practice itself is not published.");
        String missing = "Something is needed here before the listing can be published.";
        faults.require(!form.languages().isEmpty(), "/languages", missing);
        faults.require(!form.modalities().isEmpty(), "/modalities", missing);
        faults.require(!form.treatments().isEmpty(), "/treatments", missing);
        faults.require(!form.locations().isEmpty(), "/locations", missing);
        faults.require(
                places.stream().allMatch(place -> place.address().street() != null),
                "/locations",
                "A location without a street cannot be found: the practice has to name it first.");
    }
}

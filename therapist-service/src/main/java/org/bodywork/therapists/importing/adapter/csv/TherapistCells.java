package org.bodywork.therapists.importing.adapter.csv;

import static org.bodywork.therapists.importing.adapter.csv.Column.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bodywork.therapists.importing.domain.ImportRow.ListedTherapist;
import org.bodywork.therapists.listing.domain.BookingRules;
import org.bodywork.therapists.listing.domain.Certificate;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Credentials;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Experience;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Holidays;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.Licence;
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
import org.bodywork.therapists.listing.domain.WeeklySchedule;
import org.bodywork.therapists.listing.domain.Wording;
import org.bodywork.therapists.listing.domain.Workplace;
import org.jspecify.annotations.Nullable;

/** Reads the therapist of a row. */
final class TherapistCells {

    static final String FEDERAL = "federal";

    private final Cells cells;
    private final LocalDate today;

    TherapistCells(Cells cells, LocalDate today) {
        this.cells = cells;
        this.today = today;
    }

    /** A row without a therapist says nothing in the therapist's columns. */
    void requireNone() {
        for (Column column : Column.values()) {
            if (column.isOfTherapist() && !cells.isEmpty(column)) {
                cells.fault(column, "must be empty without a therapist_id");
            }
        }
    }

    /**
     * Reads the therapist, or collects what is wrong.
     *
     * @param practice none when it cannot be read: the therapist's own faults are found all the same
     */
    @Nullable ListedTherapist therapist(@Nullable Practice practice) {
        Slug slug = cells.required(THERAPIST_ID, Slug::new);
        String name = cells.required(THERAPIST_NAME, Wording::name);
        String pronouns = cells.optional(PRONOUNS, Wording::name);
        Gender gender = cells.optional(GENDER, Gender::ofSlug);
        EmailAddress email = cells.required(EMAIL, EmailAddress::new);
        List<Language> languages = requiredList(LANGUAGES, Language::new, Function.identity(), "language");
        List<Modality> modalities = requiredList(MODALITIES, Modality::ofSlug, Function.identity(), "modality");
        List<Experience> conditions = conditions();
        String approach = cells.optional(APPROACH, Wording::paragraphs);
        Licence licence = new LicenceCells(cells, today).licence();
        List<Certificate> certificates = cells.list(CERTIFICATES, this::certificate);
        cells.check(CERTIFICATES, () -> new Credentials(null, List.of(), certificates));
        PressureRange pressure = cells.optional(PRESSURE, TherapistCells::pressure);
        List<Photo> photos = cells.list(PHOTOS, Photo::at);
        cells.check(PHOTOS, () -> Portrait.requireFew(photos));
        Boolean instant = cells.required(INSTANT, Notation::yesOrNo);
        WeeklySchedule schedule = new HoursCell(cells).schedule(practice);
        Holidays holidays = holidays();
        List<Treatment> treatments = new TreatmentsCell(cells).treatments(slug, practice);
        if (schedule != null) {
            cells.check(
                    TREATMENTS, () -> Therapist.requireBookable(treatments, modalities, Schedule.everyWeek(schedule)));
        }
        if (cells.hasFaults()
                || slug == null
                || name == null
                || email == null
                || instant == null
                || practice == null
                || schedule == null
                || holidays == null) {
            return null;
        }
        Location location = practice.locations().getFirst();
        Therapist therapist = new Therapist(
                TherapistId.ofExternal(slug),
                slug,
                ListingStatus.PUBLISHED,
                new Portrait(name, pronouns, gender, languages, approach, pressure, photos),
                practice.id(),
                location.area(),
                practice.demo(),
                modalities,
                conditions,
                new Credentials(licence, List.of(), certificates),
                treatments,
                BookingRules.usual(instant),
                List.of(Workplace.at(practice, location)),
                Schedule.everyWeek(schedule).keeping(holidays));
        return new ListedTherapist(therapist, email);
    }

    private static PressureRange pressure(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw Notation.unlike("a range such as light-medium", text);
        }
        return new PressureRange(Pressure.ofSlug(ends[0]), Pressure.ofSlug(ends[1]));
    }

    /** Only the name must be there. */
    private Certificate certificate(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 5) {
            throw Notation.unlike("a certificate of five parts: name|issuer|number|expires|checked", text);
        }
        return new Certificate(
                parts[0],
                parts[1].isEmpty() ? null : parts[1],
                parts[2].isEmpty() ? null : parts[2],
                parts[3].isEmpty() ? null : Notation.date(parts[3]),
                parts[4].isEmpty() ? null : Notation.pastDate(parts[4], today));
    }

    /** Such as `federal;2027-02-12`. */
    private @Nullable Holidays holidays() {
        boolean federal = Arrays.stream(cells.text(HOLIDAYS).split(";", -1))
                .map(String::strip)
                .anyMatch(FEDERAL::equals);
        List<LocalDate> dates = cells
                .list(HOLIDAYS, text -> text.equals(FEDERAL) ? Optional.<LocalDate>empty() : Optional.of(holiday(text)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return cells.checked(HOLIDAYS, () -> new Holidays(federal, dates));
    }

    private static LocalDate holiday(String text) {
        try {
            return Notation.date(text);
        } catch (InvalidValue notADate) {
            throw Notation.unlike("'federal' or a date such as 2027-08-31", text);
        }
    }

    private List<Experience> conditions() {
        List<Experience> conditions = cells.list(CONDITIONS, TherapistCells::experience);
        return eachOnce(CONDITIONS, conditions, Experience::condition, "condition");
    }

    private static Experience experience(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            throw Notation.unlike("a condition and its years such as back-pain:9", text);
        }
        return new Experience(Condition.ofSlug(parts[0]), Notation.wholeNumber(parts[1]));
    }

    private <T> List<T> requiredList(Column column, Function<String, T> reading, Function<T, ?> identity, String what) {
        if (cells.isEmpty(column)) {
            cells.fault(column, "is required");
        }
        return eachOnce(column, cells.list(column, reading), identity, what);
    }

    private <T> List<T> eachOnce(Column column, List<T> items, Function<T, ?> identity, String what) {
        cells.check(column, () -> Repeated.refuse(items.stream().map(identity).toList(), what));
        return items;
    }
}

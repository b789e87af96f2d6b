package org.bodywork.therapists.importing.adapter.csv;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.therapists.importing.domain.ExportRow;
import org.bodywork.therapists.listing.domain.Certificate;
import org.bodywork.therapists.listing.domain.DoctorsPaper;
import org.bodywork.therapists.listing.domain.Ease;
import org.bodywork.therapists.listing.domain.Experience;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Holidays;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.Licence;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.PhoneNumber;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.PressureRange;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.Treatment;
import org.bodywork.therapists.listing.domain.WeeklySchedule;
import org.bodywork.therapists.listing.domain.WorkingRange;
import org.jspecify.annotations.Nullable;

/** Writes rows as {@link ListingFile} reads them (RFC 4180). */
public final class WrittenListings {

    private static final String LINE_END = "\r\n";

    public String header() {
        return Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(",")) + LINE_END;
    }

    public String lines(List<ExportRow> rows) {
        return rows.stream().map(WrittenListings::line).collect(Collectors.joining());
    }

    private static String line(ExportRow row) {
        return Arrays.stream(Column.values())
                        .map(column -> quoted(text(column, row)))
                        .collect(Collectors.joining(","))
                + LINE_END;
    }

    private static String text(Column column, ExportRow row) {
        ExportRow.Listed listed = row.listed();
        if (!column.isOfTherapist()) {
            return ofPractice(column, row.practice(), row.place());
        }
        return listed == null ? "" : ofTherapist(column, listed, row.place());
    }

    private static String ofPractice(Column column, Practice practice, Location place) {
        return switch (column) {
            case PRACTICE_ID -> practice.slug().value();
            case PRACTICE_NAME -> practice.name();
            case PRACTICE_KIND -> practice.kind().slug();
            case PRACTICE_PHONE -> orNothing(practice.phone(), PhoneNumber::value);
            case PRACTICE_EMAIL -> orNothing(practice.replyTo(), email -> email.value());
            case LOCATION_ID -> orNothing(place.externalId(), slug -> slug.value());
            case LOCATION_NAME -> place.name();
            case STREET -> orNothing(place.address().street(), street -> street);
            case CITY -> place.address().city();
            case STATE -> place.address().state();
            case ZIP -> place.address().zip();
            case AREA -> place.area().slug();
            case LAT -> Double.toString(place.point().lat());
            case LON -> Double.toString(place.point().lon());
            case ZONE -> place.zone().getId();
            case ROOMS -> items(place.rooms(), room -> room);
            case DEMO -> Boolean.toString(practice.demo());
            case DOCTORS_PAPERS -> items(practice.doctorsPapers(), DoctorsPaper::slug);
            case ACCESS -> items(place.access().eases(), Ease::slug);
            case LOWEST_TABLE_INCHES -> orNothing(place.access().lowestTableInches(), inches -> inches.toString());
            default -> throw new IllegalArgumentException(column.header() + " is not of a practice");
        };
    }

    private static String ofTherapist(Column column, ExportRow.Listed listed, Location place) {
        Therapist therapist = listed.therapist();
        Licence licence = therapist.credentials().required();
        return switch (column) {
            case THERAPIST_ID -> therapist.slug().value();
            case THERAPIST_NAME -> therapist.portrait().name();
            case PRONOUNS -> orNothing(therapist.portrait().pronouns(), pronouns -> pronouns);
            case GENDER -> orNothing(therapist.portrait().gender(), Gender::slug);
            case EMAIL -> listed.email().value();
            case LANGUAGES -> items(therapist.portrait().languages(), Language::tag);
            case MODALITIES -> items(therapist.modalities(), Modality::slug);
            case CONDITIONS -> items(therapist.conditions(), WrittenListings::experience);
            case APPROACH -> orNothing(therapist.portrait().approach(), approach -> approach);
            case LICENCE_NUMBER -> orNothing(licence, Licence::number);
            case LICENCE_STATE -> orNothing(licence, Licence::state);
            case LICENCE_EXPIRES -> orNothing(licence, each -> each.expires().toString());
            case LICENCE_CHECKED -> licence == null ? "" : orNothing(licence.checked(), Object::toString);
            case TREATMENTS -> items(therapist.treatments(), treatment -> treatment(treatment, place.rooms()));
            case HOURS -> hours(listed.hours());
            case INSTANT -> Boolean.toString(therapist.rules().instant());
            case PRESSURE -> orNothing(therapist.portrait().pressure(), WrittenListings::pressure);
            case PHOTOS ->
                items(therapist.portrait().photos(), photo -> photo.url().toString());
            case CERTIFICATES -> items(therapist.credentials().certificates(), WrittenListings::certificate);
            case HOLIDAYS -> holidays(therapist.schedule().holidays());
            default -> throw new IllegalArgumentException(column.header() + " is not of a therapist");
        };
    }

    private static String experience(Experience experience) {
        return experience.condition().slug() + ":" + experience.years();
    }

    private static String treatment(Treatment treatment, List<String> there) {
        return String.join(
                "|",
                orNothing(treatment.externalId(), slug -> slug.value()),
                treatment.name(),
                treatment.modality().slug(),
                Integer.toString(treatment.minutes()),
                treatment.price().toString(),
                Integer.toString(treatment.bufferMinutes()) + rooms(treatment, there));
    }

    /** The seventh part, where something is to be said. */
    private static String rooms(Treatment treatment, List<String> there) {
        if (!treatment.roomNeeded()) {
            return there.isEmpty() ? "" : "|" + TreatmentsCell.NO_ROOM;
        }
        return treatment.rooms().isEmpty() ? "" : "|" + String.join(TreatmentsCell.BETWEEN_ROOMS, treatment.rooms());
    }

    private static String pressure(PressureRange range) {
        return range.from().slug() + "-" + range.to().slug();
    }

    private static String certificate(Certificate certificate) {
        return String.join(
                "|",
                certificate.name(),
                orNothing(certificate.issuer(), issuer -> issuer),
                orNothing(certificate.number(), number -> number),
                orNothing(certificate.expires(), Object::toString),
                orNothing(certificate.checked(), Object::toString));
    }

    private static String holidays(Holidays holidays) {
        Stream<String> federal = holidays.federal() ? Stream.of(TherapistCells.FEDERAL) : Stream.empty();
        Stream<String> dates = holidays.dates().stream().map(LocalDate::toString);
        return Stream.concat(federal, dates).collect(Collectors.joining(";"));
    }

    private static String hours(WeeklySchedule week) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day(day, week))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(";"));
    }

    private static String day(DayOfWeek day, WeeklySchedule week) {
        List<WorkingRange> ranges =
                week.ranges().stream().filter(range -> range.day() == day).toList();
        return ranges.isEmpty()
                ? ""
                : ranges.stream()
                        .map(range -> range.from() + "-" + range.to())
                        .collect(Collectors.joining(
                                " ", day.name().substring(0, 3).toLowerCase(Locale.ROOT) + " ", ""));
    }

    private static <T> String items(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(";"));
    }

    private static <T> String orNothing(@Nullable T value, Function<T, String> text) {
        return value == null ? "" : Objects.requireNonNull(text.apply(value));
    }

    private static String quoted(String value) {
        boolean plain =
                value.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}

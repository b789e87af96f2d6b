package org.bodywork.bookings.series.adapter.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bodywork.bookings.ClientForm;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.QueryDates;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.Vocabulary;
import org.bodywork.bookings.series.adapter.web.SeriesRequests.AnyFields;
import org.bodywork.bookings.series.adapter.web.SeriesRequests.Book;
import org.bodywork.bookings.series.adapter.web.SeriesRequests.Chosen;
import org.bodywork.bookings.series.adapter.web.SeriesRequests.ClientFields;
import org.bodywork.bookings.series.adapter.web.SeriesRequests.Hold;
import org.bodywork.bookings.series.application.SeriesTimes.Regularly;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.SeriesDate;
import org.bodywork.bookings.series.domain.SeriesDate.Time;
import org.bodywork.bookings.series.domain.SeriesWish;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Checks what a schema cannot say about what is asked of a series, and names every field that is wrong. */
final class SeriesForm {

    private static final String NO_SUCH_DATE = "There is no such date.";

    private final List<FieldFault> faults = new ArrayList<>();

    private SeriesForm() {}

    static Regularly regularly(Hold request) {
        LocalDate first = date(request.first(), "/first");
        long days = ChronoUnit.DAYS.between(first, first.plus(Period.parse(request.every())));
        return new Regularly(first, request.count(), Math.toIntExact(days), LocalTime.parse(request.around()));
    }

    /** Where somebody is named. */
    static SeriesWish wish(Hold request) {
        Regularly regularly = regularly(request);
        return new SeriesWish(
                TherapistId.of(Objects.requireNonNull(request.therapistId())),
                TreatmentId.of(Objects.requireNonNull(request.treatmentId())),
                regularly.first(),
                regularly.count(),
                regularly.everyDays(),
                regularly.around(),
                Boolean.TRUE.equals(request.orAnother()));
    }

    static Need need(AnyFields any) {
        SeriesForm form = new SeriesForm();
        form.check("/any/area", any.area(), Vocabulary.AREAS);
        form.check("/any/modality", any.modality(), Vocabulary.MODALITIES);
        form.check("/any/condition", any.condition(), Vocabulary.CONDITIONS);
        form.check("/any/gender", any.gender(), Vocabulary.GENDERS);
        form.refuseIfWrong();
        return new Need(
                Set.of(any.area()),
                Set.of(any.modality()),
                Optional.ofNullable(any.condition()).map(Set::of).orElse(Set.of()),
                Optional.ofNullable(any.gender()).map(Set::of).orElse(Set.of()),
                Set.of(any.minutes()));
    }

    private void check(String pointer, @Nullable String word, Set<String> known) {
        if (word != null && !known.contains(word)) {
            fault(pointer, "Must be one of " + String.join(", ", new TreeSet<>(known)) + ".");
        }
    }

    static LocalDate date(String given, String pointer) {
        try {
            return QueryDates.date(given);
        } catch (DateTimeException e) {
            throw new InvalidRequest(pointer, NO_SUCH_DATE);
        }
    }

    static Instant start(String given, String pointer) {
        return OffsetTimes.read(given).orElseThrow(() -> new InvalidRequest(pointer, "There is no such date or time."));
    }

    /** Reading a phone number may block the first time. */
    static Client client(ClientFields given, boolean smsAgreed) {
        SeriesForm form = new SeriesForm();
        Optional<EmailAddress> email = ClientForm.email(given.email(), "/client/email", form.faults);
        Optional<String> phone = ClientForm.phone(given.phone(), "/client/phone", form.faults);
        if (given.phone() == null && smsAgreed) {
            form.fault("/client/phone", "Is needed to send text messages.");
        }
        String zone = given.zone();
        if (zone != null
                && (!zone.contains("/") || !ZoneId.getAvailableZoneIds().contains(zone))) {
            form.fault("/client/zone", "Must be an IANA time zone, such as America/Chicago.");
        }
        form.refuseIfWrong();
        return new Client(
                given.name().strip(),
                email.orElseThrow(),
                phone.orElse(null),
                Optional.ofNullable(given.locale()).flatMap(Language::ofTag).orElse(Language.EN),
                zone == null ? null : ZoneId.of(zone));
    }

    /** The times that are to be booked; none stands for all that fit. */
    static Set<AppointmentId> times(Book request, Series series) {
        SeriesForm form = new SeriesForm();
        Set<AppointmentId> times = new HashSet<>();
        List<String> dates = Optional.ofNullable(request.dates()).orElse(List.of());
        for (int turn = 0; turn < dates.size(); turn++) {
            String pointer = "/dates/" + turn;
            Optional.ofNullable(form.on(series, dates.get(turn), pointer))
                    .map(SeriesDate::held)
                    .map(Time::hold)
                    .ifPresentOrElse(times::add, () -> form.fault(pointer, "No time is held for that date."));
        }
        List<Chosen> chosen = Optional.ofNullable(request.chosen()).orElse(List.of());
        for (int turn = 0; turn < chosen.size(); turn++) {
            String pointer = "/chosen/" + turn;
            form.alternative(series, chosen.get(turn), pointer)
                    .ifPresentOrElse(
                            times::add, () -> form.fault(pointer, "Is not among the alternatives held for that date."));
        }
        form.refuseIfWrong();
        return times;
    }

    private Optional<AppointmentId> alternative(Series series, Chosen chosen, String pointer) {
        Optional<Instant> start = OffsetTimes.read(chosen.start());
        return Optional.ofNullable(on(series, chosen.date(), pointer)).stream()
                .flatMap(date -> date.alternatives().stream())
                .filter(time -> start.isPresent() && time.start().equals(start.get()))
                .filter(time -> chosen.therapistId() == null
                        || time.therapist().toString().equalsIgnoreCase(chosen.therapistId()))
                .map(Time::hold)
                .findFirst();
    }

    private @Nullable SeriesDate on(Series series, String date, String pointer) {
        LocalDate wanted = date(date, pointer);
        return series.dates().stream()
                .filter(each -> each.date().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private void fault(String pointer, String detail) {
        faults.add(new FieldFault(pointer, detail));
    }

    private void refuseIfWrong() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }
}

package org.bodywork.bookings.waitlist.adapter.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bodywork.bookings.PhoneNumbers;
import org.bodywork.bookings.QueryDates;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.Vocabulary;
import org.bodywork.bookings.waitlist.adapter.web.JoinRequest.AnyFields;
import org.bodywork.bookings.waitlist.adapter.web.JoinRequest.TimeFields;
import org.bodywork.bookings.waitlist.application.JoinWaitlist.Asked;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry.LaterVisit;
import org.bodywork.bookings.waitlist.domain.Whom;
import org.bodywork.bookings.waitlist.domain.Wish;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Checks what a schema cannot say about a wish, and names every field that is wrong. */
final class JoinForm {

    private static final int USUAL_NOTICE_MINUTES = 120;
    private static final int USUAL_DAYS = 60;
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final LocalDate today;
    private final List<FieldFault> faults = new ArrayList<>();

    private JoinForm(LocalDate today) {
        this.today = today;
    }

    /** Reading a phone number may block the first time. */
    static Asked read(JoinRequest request, LocalDate today) {
        JoinForm form = new JoinForm(today);
        Optional<Whom> whom = form.whom(request);
        Optional<Wish> wish = form.wish(
                request.times(), whom.orElse(null), today.plusDays(USUAL_DAYS), today.plusDays(Wish.MOST_DAYS));
        Optional<Client> client = form.client(request);
        if (!request.consent().email() && !request.consent().sms()) {
            form.fault("/consent", "Is needed for one of them: a freed time has to be told at once.");
        }
        form.refuseIfWrong();
        return new Asked(
                wish.orElseThrow(),
                client.orElseThrow(),
                request.consent().email(),
                request.consent().sms(),
                false,
                null);
    }

    /** The same treatment with the same therapist, for whoever has the link of the visit. */
    static Asked read(EarlierRequest request, Appointment visit, LocalDate today) {
        Part part = visit.state().visit().part();
        LocalDate visitDate = visit.state().visit().localStart().toLocalDate();
        JoinForm form = new JoinForm(today);
        Optional<Wish> wish = form.wish(
                request.times(),
                new Whom.Somebody(part.therapist(), part.treatment().id()),
                visitDate,
                visitDate);
        boolean email = visit.state().consent().email();
        boolean sms = visit.state().consent().sms();
        if (!email && !sms) {
            form.fault("/consent", "Messages about the visit are off; a freed time has to be told at once.");
        }
        form.refuseIfWrong();
        return new Asked(
                wish.orElseThrow(),
                visit.state().client(),
                email,
                sms,
                true,
                new LaterVisit(visit.id(), visit.state().visit().start()));
    }

    private Optional<Whom> whom(JoinRequest request) {
        AnyFields any = request.any();
        if (any == null) {
            return Optional.of(new Whom.Somebody(
                    TherapistId.of(Objects.requireNonNull(request.therapistId())),
                    TreatmentId.of(Objects.requireNonNull(request.treatmentId()))));
        }
        int before = faults.size();
        check("/any/area", any.area(), Vocabulary.AREAS);
        check("/any/modality", any.modality(), Vocabulary.MODALITIES);
        check("/any/gender", any.gender(), Vocabulary.GENDERS);
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Whom.Anybody(any.area(), any.modality(), any.minutes(), any.gender()));
    }

    private Optional<Wish> wish(TimeFields times, @Nullable Whom whom, LocalDate usualLast, LocalDate atMost) {
        Set<DayOfWeek> days = times.days() == null
                ? EnumSet.allOf(DayOfWeek.class)
                : times.days().stream().map(DayOfWeek::valueOf).collect(Collectors.toSet());
        LocalTime from = times.from() == null ? LocalTime.MIN : LocalTime.parse(times.from());
        LocalTime to = times.to() == null ? LAST_MINUTE : LocalTime.parse(times.to());
        if (to.isBefore(from)) {
            fault("/times/to", "Must not be before from.");
        }
        LocalDate first = date("/times/firstDate", times.firstDate(), today);
        LocalDate last = date("/times/lastDate", times.lastDate(), usualLast);
        if (last.isBefore(first) || last.isBefore(today)) {
            fault("/times/lastDate", "Must not be before firstDate, nor have passed.");
        }
        if (last.isAfter(atMost)) {
            fault("/times/lastDate", "Must not be after " + atMost + ".");
        }
        Duration notice =
                Duration.ofMinutes(Optional.ofNullable(times.noticeMinutes()).orElse(USUAL_NOTICE_MINUTES));
        return Optional.ofNullable(whom).map(with -> new Wish(with, days, from, to, first, last, notice));
    }

    private LocalDate date(String pointer, @Nullable String given, LocalDate usual) {
        try {
            return given == null ? usual : QueryDates.date(given);
        } catch (DateTimeException e) {
            fault(pointer, "There is no such date.");
            return usual;
        }
    }

    private Optional<Client> client(JoinRequest request) {
        JoinRequest.ClientFields given = request.client();
        Optional<EmailAddress> email = EmailAddress.parse(given.email());
        if (email.isEmpty()) {
            fault("/client/email", "Must be an email address.");
        }
        Optional<String> phone = Optional.ofNullable(given.phone()).flatMap(PhoneNumbers::e164);
        if (given.phone() != null && phone.isEmpty()) {
            fault("/client/phone", "Must be a phone number, from outside the United States with its country code.");
        }
        if (given.phone() == null && request.consent().sms()) {
            fault("/client/phone", "Is needed to send text messages.");
        }
        Optional<ZoneId> zone = zone(given.zone());
        return email.map(address -> new Client(
                given.name().strip(),
                address,
                phone.orElse(null),
                Optional.ofNullable(given.locale()).flatMap(Language::ofTag).orElse(Language.EN),
                zone.orElse(null)));
    }

    private Optional<ZoneId> zone(@Nullable String given) {
        if (given != null
                && (!given.contains("/") || !ZoneId.getAvailableZoneIds().contains(given))) {
            fault("/client/zone", "Must be an IANA time zone, such as America/Chicago.");
            return Optional.empty();
        }
        return Optional.ofNullable(given).map(ZoneId::of);
    }

    private void check(String pointer, @Nullable String word, Set<String> known) {
        if (word != null && !known.contains(word)) {
            fault(pointer, "Must be one of " + String.join(", ", new TreeSet<>(known)) + ".");
        }
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

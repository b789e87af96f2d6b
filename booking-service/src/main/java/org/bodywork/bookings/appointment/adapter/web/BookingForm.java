package org.bodywork.bookings.appointment.adapter.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bodywork.bookings.ClientForm;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.adapter.web.BookRequest.AnyFields;
import org.bodywork.bookings.appointment.adapter.web.BookRequest.ClientFields;
import org.bodywork.bookings.appointment.application.AnybodyRequest;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.CompanionRequest;
import org.bodywork.bookings.appointment.application.OnBehalf;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.Vocabulary;
import org.bodywork.bookings.opening.domain.Waiver;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Checks what a schema cannot say about the fields of a booking, and names every one that is wrong. */
final class BookingForm {

    static final String NO_SUCH_TIME = "There is no such date or time.";

    private final BookRequest request;
    private final IntakeForm form;
    private final ClientHistory history;
    private final @Nullable Colleague colleague;
    private final List<FieldFault> faults = new ArrayList<>();

    private BookingForm(BookRequest request, IntakeForm form, ClientHistory history, @Nullable Colleague colleague) {
        this.request = request;
        this.form = form;
        this.history = history;
        this.colleague = colleague;
    }

    /**
     * The booking asked for.
     *
     * @param history what is remembered of a client who has proven who it is
     * @param colleague the staff who send it; null for a client in person
     * @throws InvalidRequest with every fault found
     */
    static Asked read(BookRequest request, IntakeForm form, ClientHistory history, @Nullable Colleague colleague) {
        return new BookingForm(request, form, history, colleague).read();
    }

    /** With whom. */
    sealed interface Asked {

        record Somebody(BookingRequest request) implements Asked {}

        record Anybody(AnybodyRequest request) implements Asked {}
    }

    private Asked read() {
        ClientFields client = request.client();
        Optional<Instant> start = start();
        Optional<EmailAddress> email = ClientForm.email(client.email(), "/client/email", faults);
        Optional<String> phone = phone();
        Optional<ZoneId> zone = zone();
        OnBehalf onBehalf = onBehalf();
        Optional<Need> need = need();
        Optional<CompanionRequest> companion = Companions.read(request, form, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        AnybodyRequest.Chosen chosen = (therapist, treatment) -> new BookingRequest(
                therapist,
                treatment,
                start.orElseThrow(),
                Optional.ofNullable(request.holdId()).map(AppointmentId::of).orElse(null),
                new Client(
                        client.name().strip(),
                        email.orElseThrow(),
                        phone.orElse(null),
                        Optional.ofNullable(client.locale())
                                .flatMap(Language::ofTag)
                                .orElse(Language.EN),
                        zone.orElse(null)),
                request.consent().email(),
                request.consent().sms(),
                request.note(),
                request.intake() == null ? null : form.given(request.intake()),
                history,
                onBehalf);
        return need.<Asked>map(wanted -> new Asked.Anybody(new AnybodyRequest(
                        wanted, start.orElseThrow(), onBehalf == null ? Set.of() : onBehalf.waived(), chosen)))
                .orElseGet(() -> new Asked.Somebody(chosen.booking(
                                TherapistId.of(Objects.requireNonNull(request.therapistId())),
                                TreatmentId.of(Objects.requireNonNull(request.treatmentId())))
                        .with(companion.orElse(null))));
    }

    private @Nullable OnBehalf onBehalf() {
        Set<Waiver> waived = Overrides.read(request.override());
        if (colleague == null) {
            if (request.override() != null) {
                fault("/override", "Is for staff only.");
            }
            if (request.reason() != null) {
                fault("/reason", "Is for staff only.");
            }
            return null;
        }
        if (!waived.isEmpty() && request.reason() == null) {
            fault("/reason", "Is needed to override a rule.");
        }
        return new OnBehalf(colleague, waived, request.reason());
    }

    /** What anybody has to offer who is taken; empty where somebody is named. */
    private Optional<Need> need() {
        AnyFields any = request.any();
        if (any == null) {
            return Optional.empty();
        }
        check("/any/area", any.area(), Vocabulary.AREAS);
        check("/any/modality", any.modality(), Vocabulary.MODALITIES);
        check("/any/condition", any.condition(), Vocabulary.CONDITIONS);
        check("/any/gender", any.gender(), Vocabulary.GENDERS);
        return Optional.of(new Need(
                Set.of(any.area()),
                Set.of(any.modality()),
                Optional.ofNullable(any.condition()).map(Set::of).orElse(Set.of()),
                Optional.ofNullable(any.gender()).map(Set::of).orElse(Set.of()),
                Set.of(any.minutes())));
    }

    private void check(String pointer, @Nullable String word, Set<String> known) {
        if (word != null && !known.contains(word)) {
            fault(pointer, "Must be one of " + String.join(", ", new TreeSet<>(known)) + ".");
        }
    }

    private Optional<Instant> start() {
        Optional<Instant> start = OffsetTimes.read(request.start());
        if (start.isEmpty()) {
            fault("/start", NO_SUCH_TIME);
        }
        return start;
    }

    private Optional<String> phone() {
        String given = request.client().phone();
        if (given == null && request.consent().sms()) {
            fault("/client/phone", "Is needed to send text messages.");
        }
        return ClientForm.phone(given, "/client/phone", faults);
    }

    /** A region such as America/Chicago: an offset or an abbreviation does not know when clocks change. */
    private Optional<ZoneId> zone() {
        String given = request.client().zone();
        if (given == null) {
            return Optional.empty();
        }
        if (!given.contains("/") || !ZoneId.getAvailableZoneIds().contains(given)) {
            fault("/client/zone", "Must be an IANA time zone, such as America/Chicago.");
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(given));
    }

    private void fault(String pointer, String detail) {
        faults.add(new FieldFault(pointer, detail));
    }
}

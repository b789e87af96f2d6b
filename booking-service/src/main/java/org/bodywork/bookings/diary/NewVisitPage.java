package org.bodywork.bookings.diary;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.OnBehalf;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.console.TypedTime;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.Waiver;
import org.bodywork.bookings.site.FormFields;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Books for a client on the phone. Rules may be set aside for a reason, taken time never. */
@RestController
@Hidden
class NewVisitPage {

    static final String PATH = "/console/calendar/new";

    private static final int LONGEST_NOTE = 1_000;

    private final Team team;
    private final BookAppointment booking;
    private final Recognition recognition;
    private final ConsolePages pages;

    NewVisitPage(Team team, BookAppointment booking, Recognition recognition, ConsolePages pages) {
        this.team = team;
        this.booking = booking;
        this.recognition = recognition;
        this.pages = pages;
    }

    /** {@code therapist}, {@code date} and {@code time} are those of the cell that was chosen. */
    @GetMapping(PATH)
    Mono<ResponseEntity<String>> show(ServerWebExchange exchange) {
        MultiValueMap<String, String> given =
                new LinkedMultiValueMap<>(exchange.getRequest().getQueryParams());
        return page(exchange, HttpStatus.OK, given, Map.of(), List.of());
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> book(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            Optional<String> therapist =
                    PathIds.uuid(FormFields.line(form, "treatment").split("\\|", 2)[0]);
            return therapist.isEmpty()
                    ? page(exchange, HttpStatus.BAD_REQUEST, form, Map.of("treatment", "new.no-treatment"), List.of())
                    : team.member(
                                    TherapistId.of(therapist.get()),
                                    Staff.in(exchange).colleague())
                            // Checking a phone number reads the rules of its country from the class path the first
                            // time.
                            .publishOn(Schedulers.boundedElastic())
                            .flatMap(listing -> book(listing, form, exchange));
        });
    }

    private Mono<ResponseEntity<String>> book(
            Listing listing, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        Map<String, String> faults = new LinkedHashMap<>();
        Optional<TreatmentId> treatment = treatment(form, listing, faults);
        Optional<ZonedDateTime> start =
                TypedTime.read(FormFields.line(form, "date"), FormFields.line(form, "time"), listing.zone());
        if (start.isEmpty()) {
            faults.put("time", "inbox.propose.no-time");
        }
        Optional<Client> client = client(form, faults);
        Set<Waiver> waived = Rules.waived(form);
        String reason = FormFields.line(form, "reason");
        if (!reason.isEmpty() ? !Reasons.isOne(reason) : !waived.isEmpty()) {
            faults.put("reason", "new.no-reason");
        }
        String note = FormFields.line(form, "note");
        if (note.length() > LONGEST_NOTE) {
            faults.put("note", "new.long-note");
        }
        if (!faults.isEmpty() || treatment.isEmpty() || start.isEmpty() || client.isEmpty()) {
            return page(exchange, HttpStatus.BAD_REQUEST, form, faults, List.of());
        }
        Staff staff = Staff.in(exchange);
        BookingRequest request = new BookingRequest(
                listing.id(),
                treatment.get(),
                start.get().toInstant(),
                null,
                client.get(),
                isTicked(form, "byEmail"),
                isTicked(form, "bySms"),
                note.isEmpty() ? null : note,
                null,
                ClientHistory.NONE,
                new OnBehalf(staff.colleague(), waived, reason.isEmpty() ? null : reason));
        return booking.book(request, recognition.of(Keys.shown(form), written(form, staff)))
                .map(booked -> pages.onward(
                        exchange, VisitPage.PATH + "/" + booked.appointment().id() + "?note=booked"))
                .onErrorResume(
                        Refusal.CannotBook.class,
                        cannot -> page(
                                exchange,
                                HttpStatus.CONFLICT,
                                form,
                                Map.of("time", Rules.words(cannot)),
                                cannot.alternatives().stream()
                                        .map(opening ->
                                                pages.languageOf(exchange).time(opening.start()))
                                        .toList()))
                .onErrorResume(
                        Refusal.StartHasPassed.class,
                        _ -> page(
                                exchange,
                                HttpStatus.BAD_REQUEST,
                                form,
                                Map.of("time", "inbox.propose.past"),
                                List.of()))
                .onErrorResume(
                        error -> error instanceof NotOffered
                                || error instanceof Refusal.TooMany
                                || error instanceof Refusal.KeyUsedBefore,
                        _ -> page(exchange, HttpStatus.CONFLICT, form, Map.of("treatment", "new.refused"), List.of()));
    }

    private static Optional<TreatmentId> treatment(
            MultiValueMap<String, String> form, Listing listing, Map<String, String> faults) {
        String[] both = FormFields.line(form, "treatment").split("\\|", 2);
        Optional<TreatmentId> chosen = both.length < 2
                ? Optional.empty()
                : listing.treatments().stream()
                        .map(Treatment::id)
                        .filter(id -> id.toString().equals(both[1]))
                        .findFirst();
        if (chosen.isEmpty()) {
            faults.put("treatment", "new.no-treatment");
        }
        return chosen;
    }

    private static Optional<Client> client(MultiValueMap<String, String> form, Map<String, String> faults) {
        Language language = Language.ofTag(FormFields.line(form, "language")).orElse(Language.EN);
        return TypedClient.read(form, isTicked(form, "bySms"), faults)
                .map(typed ->
                        new Client(typed.name(), typed.email(), typed.phone().orElse(null), language, null));
    }

    /** What was asked for, and by whom: nobody else gets this answer again. */
    private static String written(MultiValueMap<String, String> form, Staff staff) {
        Map<String, List<String>> asked = new TreeMap<>(form);
        asked.remove("formToken");
        return asked + "|" + staff.caller().subject();
    }

    private static boolean isTicked(MultiValueMap<String, String> form, String name) {
        return FormFields.line(form, name).equals("yes");
    }

    private Mono<ResponseEntity<String>> page(
            ServerWebExchange exchange,
            HttpStatus status,
            MultiValueMap<String, String> form,
            Map<String, String> faults,
            List<String> instead) {
        return team.of(Staff.in(exchange).colleague()).flatMap(everybody -> {
            Map<String, Object> values = new HashMap<>();
            values.put("path", PATH);
            values.put("people", everybody.stream().map(Person::of).toList());
            values.put("chosen", chosen(form, everybody));
            values.put("form", new Shown(form));
            values.put("faults", faults);
            values.put("instead", instead);
            values.put("rules", Rules.ALL);
            values.put("key", status == HttpStatus.OK ? Keys.fresh() : Keys.shown(form));
            return pages.page(exchange, status, "new-visit", Section.CALENDAR, values);
        });
    }

    /** What was chosen, or the first treatment of whose cell it was. */
    private static String chosen(MultiValueMap<String, String> form, List<Listing> everybody) {
        String treatment = FormFields.line(form, "treatment");
        String therapist = FormFields.line(form, "therapist");
        return treatment.isEmpty()
                ? everybody.stream()
                        .filter(listing -> listing.id().toString().equals(therapist))
                        .flatMap(listing -> listing.treatments().stream().map(each -> listing.id() + "|" + each.id()))
                        .findFirst()
                        .orElse("")
                : treatment;
    }

    /** A therapist and what they offer. */
    record Person(String name, List<Choice> treatments) {

        static Person of(Listing listing) {
            return new Person(
                    listing.name(),
                    listing.treatments().stream()
                            .map(each -> new Choice(listing.id() + "|" + each.id(), each.name()))
                            .toList());
        }
    }

    record Choice(String value, String name) {}

    /** What was typed, for the page to show again. */
    record Shown(MultiValueMap<String, String> form) {

        public String value(String name) {
            return FormFields.line(form, name);
        }

        public boolean ticked(String name, String value) {
            return form.getOrDefault(name, List.of()).contains(value);
        }

        /** Shows nothing of anybody. */
        @Override
        public String toString() {
            return "a form";
        }
    }
}

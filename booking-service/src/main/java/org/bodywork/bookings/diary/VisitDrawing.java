package org.bodywork.bookings.diary;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.FindConflicts;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.application.PrivateTexts;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ProcedureCode;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Draws the page of one visit, and leads back to it when a form of it was followed. */
@Component
final class VisitDrawing {

    private final StaffAppointments appointments;
    private final FindConflicts conflicts;
    private final PrivateTexts texts;
    private final Places places;
    private final List<VisitSection> sections;
    private final ConsolePages pages;
    private final BusinessClock clock;

    VisitDrawing(
            StaffAppointments appointments,
            FindConflicts conflicts,
            PrivateTexts texts,
            Places places,
            List<VisitSection> sections,
            ConsolePages pages,
            BusinessClock clock) {
        this.appointments = appointments;
        this.conflicts = conflicts;
        this.texts = texts;
        this.places = places;
        this.sections = sections;
        this.pages = pages;
        this.clock = clock;
    }

    /** The visit that a path names; fails like one that nobody knows where it names none. */
    static AppointmentId known(String id) {
        return PathIds.appointment(id).orElseThrow(Refusal.NoSuchAppointment::new);
    }

    /** Whoever comes too late, or too early, is told how it stands. */
    Mono<ResponseEntity<String>> onward(Mono<Appointment> change, String id, ServerWebExchange exchange) {
        return change.map(_ -> there(id, exchange, Note.DONE))
                .onErrorResume(Refusal.StateForbids.class, _ -> Mono.just(there(id, exchange, Note.CHANGED)))
                .onErrorResume(Refusal.TooEarly.class, _ -> Mono.just(there(id, exchange, Note.EARLY)));
    }

    ResponseEntity<String> there(String id, ServerWebExchange exchange, Note note) {
        return pages.onward(exchange, VisitPage.PATH + "/" + id + "?note=" + note.inAddress());
    }

    Mono<ResponseEntity<String>> page(String id, ServerWebExchange exchange, HttpStatus status, Typed typed) {
        Staff staff = Staff.in(exchange);
        SiteLanguage language = pages.languageOf(exchange);
        return Mono.fromCallable(() -> known(id))
                .flatMap(known -> appointments.byId(known, staff.colleague()))
                .flatMap(visit -> values(visit, staff, language))
                .flatMap(values -> {
                    values.put("typed", typed);
                    return pages.page(exchange, status, "visit", Section.CALENDAR, values);
                });
    }

    private Mono<Map<String, Object>> values(Appointment visit, Staff staff, SiteLanguage language) {
        return Mono.zip(
                        places.at(
                                visit.state().visit().practice(),
                                visit.state().visit().location()),
                        texts.open(visit),
                        clash(visit, staff),
                        ofSections(visit, staff, language))
                .map(found -> {
                    Map<String, Object> values = new HashMap<>(found.getT4());
                    values.putAll(facts(visit, found.getT1(), language));
                    values.put("note", found.getT2().note());
                    values.put("staffNote", found.getT2().staffNote());
                    values.put("outcome", found.getT2().outcome());
                    values.put("reasons", found.getT3());
                    return values;
                });
    }

    private Mono<Map<String, Object>> ofSections(Appointment visit, Staff staff, SiteLanguage language) {
        return Flux.fromIterable(sections)
                .flatMap(section -> section.about(visit, staff, language))
                .collect(HashMap::new, Map::putAll);
    }

    private Mono<List<String>> clash(Appointment visit, Staff staff) {
        var date = visit.state().visit().localStart().toLocalDate();
        return conflicts
                .find(new StaffQuery(staff.colleague(), date, date, Set.of(), null, 100), null)
                .map(found -> found.conflicts().stream()
                        .filter(conflict -> conflict.visit().id().equals(visit.id()))
                        .flatMap(conflict -> conflict.reasons().stream())
                        .map(reason -> "hindrance." + reason.name())
                        .toList());
    }

    private Map<String, Object> facts(Appointment appointment, Place place, SiteLanguage language) {
        Instant now = clock.now();
        Visit visit = appointment.state().visit();
        Wanted wanted = appointment.state().wanted();
        Room room = visit.part().room();
        Map<String, Object> values = new HashMap<>();
        values.put("path", VisitPage.PATH + "/" + appointment.id());
        values.put("id", appointment.id().toString());
        values.put("client", appointment.state().client().name());
        values.put("email", appointment.state().client().email().value());
        values.put("phone", appointment.state().client().phone());
        values.put("when", language.timeAndYear(visit.zonedStart()));
        values.put("day", visit.localStart().toLocalDate().toString());
        values.put("treatment", visit.part().treatment().name());
        values.put("therapist", visit.part().therapistName());
        values.put("where", (place.name() == null ? "" : place.name()) + (room == null ? "" : " · " + room.name()));
        values.put("status", "staff-status." + appointment.statusAt(now).name());
        values.put(
                "wanted", wanted == null ? null : language.time(wanted.visit().zonedStart()));
        values.put("actions", Actions.on(appointment, now));
        values.put("version", appointment.state().version());
        values.put("rules", Rules.ALL);
        values.put("receipt", appointment.status() == Status.COMPLETED);
        values.put("codes", ProcedureCode.values());
        return values;
    }
}

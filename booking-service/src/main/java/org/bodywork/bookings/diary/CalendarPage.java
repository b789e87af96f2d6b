package org.bodywork.bookings.diary;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.QueryDates;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.FindConflicts;
import org.bodywork.bookings.appointment.application.ReadAgenda;
import org.bodywork.bookings.appointment.application.ReadAgenda.Agenda;
import org.bodywork.bookings.appointment.application.StaffQuery;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Conflict;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.diary.DayTable.Column;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A day of the whole practice, or a week of one therapist. */
@RestController
@Hidden
class CalendarPage {

    static final String PATH = "/console/calendar";

    private static final int MOST_CONFLICTS = 20;

    private final Team team;
    private final ReadAgenda agendas;
    private final FindConflicts conflicts;
    private final Bounces bounces;
    private final ConsolePages pages;
    private final BusinessClock clock;

    CalendarPage(
            Team team,
            ReadAgenda agendas,
            FindConflicts conflicts,
            Bounces bounces,
            ConsolePages pages,
            BusinessClock clock) {
        this.team = team;
        this.agendas = agendas;
        this.conflicts = conflicts;
        this.bounces = bounces;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The calendar.
     *
     * @param day any date; what is none is today
     * @param view {@code week} for the week around the day
     * @param therapist whose week; the first one's where none is named
     */
    @GetMapping(PATH)
    Mono<ResponseEntity<String>> show(
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String therapist,
            ServerWebExchange exchange) {
        Colleague colleague = Staff.in(exchange).colleague();
        boolean week = "week".equals(view);
        return team.of(colleague).flatMap(everybody -> {
            List<Listing> shown = week ? one(everybody, therapist) : everybody;
            LocalDate date = date(day).orElseGet(() -> today(shown));
            LocalDate from = week ? date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : date;
            LocalDate to = week ? from.plusDays(6) : date;
            return agendas.of(shown, from, to, colleague)
                    .zipWith(conflicts.find(new StaffQuery(colleague, from, to, Set.of(), null, MOST_CONFLICTS), null))
                    .flatMap(found -> bounces.among(found.getT1().visits())
                            .flatMap(unreached -> page(
                                    exchange,
                                    new Asked(everybody, shown, date, from, to, week),
                                    found.getT1(),
                                    unreached,
                                    found.getT2().conflicts())));
        });
    }

    private record Asked(
            List<Listing> everybody, List<Listing> shown, LocalDate date, LocalDate from, LocalDate to, boolean week) {}

    private Mono<ResponseEntity<String>> page(
            ServerWebExchange exchange,
            Asked asked,
            Agenda agenda,
            Set<AppointmentId> unreached,
            List<Conflict> conflicting) {
        SiteLanguage language = pages.languageOf(exchange);
        String whose = asked.week() && !asked.shown().isEmpty()
                ? "&therapist=" + asked.shown().getFirst().id()
                : "";
        String view = asked.week() ? "&view=week" : "";
        int step = asked.week() ? 7 : 1;
        Map<String, Object> values = new HashMap<>();
        values.put("query", "day=" + asked.date() + view + whose + "&");
        values.put("table", DayTable.of(columns(asked, agenda)));
        values.put("language", language);
        values.put("unreached", unreached.stream().map(AppointmentId::toString).collect(Collectors.toSet()));
        values.put("week", asked.week());
        values.put("date", asked.date());
        values.put(
                "heading",
                asked.week()
                        ? language.day(asked.from()) + " – " + language.day(asked.to())
                        : language.day(asked.date()));
        values.put(
                "zone",
                asked.shown().isEmpty()
                        ? ""
                        : language.zone(asked.date()
                                .atStartOfDay(asked.shown().getFirst().zone())));
        values.put("before", "?day=" + asked.date().minusDays(step) + view + whose + "&lang=" + language.tag());
        values.put("after", "?day=" + asked.date().plusDays(step) + view + whose + "&lang=" + language.tag());
        values.put("today", "?day=" + today(asked.shown()) + view + whose + "&lang=" + language.tag());
        values.put(
                "everybody",
                asked.everybody().stream()
                        .map(listing -> new Person(listing.id().toString(), listing.name()))
                        .toList());
        values.put(
                "chosen",
                asked.shown().isEmpty() ? "" : asked.shown().getFirst().id().toString());
        values.put(
                "conflicts",
                conflicting.stream()
                        .map(conflict -> Clash.of(conflict, language))
                        .toList());
        values.put("scripts", List.of("console.js"));
        return pages.page(exchange, HttpStatus.OK, "calendar", Section.CALENDAR, values);
    }

    private List<Column> columns(Asked asked, Agenda agenda) {
        List<Column> columns = new ArrayList<>();
        Instant now = clock.now();
        for (Listing listing : asked.shown()) {
            for (LocalDate date = asked.from(); !date.isAfter(asked.to()); date = date.plusDays(1)) {
                columns.add(new Column(
                        listing.id(),
                        listing.name(),
                        date,
                        listing.zone(),
                        listing.hoursDuring(date),
                        entries(listing, date, agenda, now)));
            }
        }
        return columns;
    }

    private static List<Entry> entries(Listing listing, LocalDate date, Agenda agenda, Instant now) {
        TimeSpan day = TimeSpan.ofDay(date, listing.zone());
        Stream<Entry> visits = agenda.visits().stream()
                .filter(visit -> visit.state().visit().therapists().contains(listing.id()))
                .map(visit -> visit.seenBy(listing.id()))
                .filter(visit -> visit.status() == visit.statusAt(now))
                .map(CalendarPage::visit);
        Stream<Entry> held = agenda.holders().stream().flatMap(holder -> others(holder, listing, now));
        Stream<Entry> away = listing.awayOn(date).stream().map(span -> rule(Entry.Kind.TIME_OFF, span, listing.zone()));
        Stream<Entry> elsewhere =
                listing.busyElsewhere().spans().stream().map(span -> rule(Entry.Kind.ELSEWHERE, span, listing.zone()));
        return Stream.of(visits, held, away, elsewhere)
                .flatMap(entries -> entries)
                .filter(entry -> entry.from().toInstant().isBefore(day.until())
                        && entry.until().toInstant().isAfter(day.from()))
                .toList();
    }

    private static Entry visit(Appointment appointment) {
        Visit visit = appointment.state().visit();
        return new Entry(
                Entry.Kind.VISIT,
                appointment.id().toString(),
                visit.zonedStart(),
                visit.zonedEnd(),
                appointment.state().client().name(),
                treatmentAndRoom(visit),
                "staff-status." + appointment.status().name());
    }

    /** Whatever else takes the therapist's time. */
    private static Stream<Entry> others(Holder holder, Listing listing, Instant now) {
        return switch (holder) {
            case Appointment appointment -> {
                Wanted wanted = appointment.state().wanted();
                yield wanted == null
                                || !wanted.expiresAt().isAfter(now)
                                || !wanted.visit().therapists().contains(listing.id())
                        ? Stream.of()
                        : Stream.of(new Entry(
                                Entry.Kind.WANTED,
                                appointment.id().toString(),
                                wanted.visit().zonedStart(),
                                wanted.visit().zonedEnd(),
                                appointment.state().client().name(),
                                treatmentAndRoom(wanted.visit()),
                                null));
            }
            case Hold hold ->
                hold.standsAt(now) && hold.visit().therapists().contains(listing.id())
                        ? Stream.of(new Entry(
                                Entry.Kind.HOLD,
                                null,
                                hold.visit().zonedStart(),
                                hold.visit().zonedEnd(),
                                "",
                                treatmentAndRoom(hold.visit()),
                                null))
                        : Stream.of();
            case Block block ->
                block.therapist().equals(listing.id())
                        ? Stream.of(new Entry(
                                Entry.Kind.BLOCK,
                                block.id().toString(),
                                block.span().from().atZone(listing.zone()),
                                block.span().until().atZone(listing.zone()),
                                Optional.ofNullable(block.reason()).orElse(""),
                                "",
                                null))
                        : Stream.of();
        };
    }

    private static Entry rule(Entry.Kind kind, TimeSpan span, ZoneId zone) {
        return new Entry(kind, null, span.from().atZone(zone), span.until().atZone(zone), "", "", null);
    }

    private static String treatmentAndRoom(Visit visit) {
        Part part = visit.part();
        Room room = part.room();
        return part.treatment().name() + (room == null ? "" : " · " + room.name());
    }

    private static List<Listing> one(List<Listing> everybody, @Nullable String therapist) {
        Optional<String> wanted = Optional.ofNullable(therapist).flatMap(PathIds::uuid);
        return everybody.stream()
                .filter(listing -> wanted.isEmpty() || listing.id().toString().equals(wanted.get()))
                .findFirst()
                .or(() -> everybody.stream().findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    private LocalDate today(List<Listing> shown) {
        ZoneId zone = shown.isEmpty() ? ZoneId.of("UTC") : shown.getFirst().zone();
        return clock.now().atZone(zone).toLocalDate();
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(QueryDates::date);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    record Person(String id, String name) {}

    /** A visit that stands where it could not be booked any more, and what can be done. */
    record Clash(String id, String client, String when, List<String> reasons, List<String> remedies) {

        static Clash of(Conflict conflict, SiteLanguage language) {
            ZonedDateTime start = conflict.visit().state().visit().zonedStart();
            return new Clash(
                    conflict.visit().id().toString(),
                    conflict.visit().state().client().name(),
                    language.time(start),
                    conflict.reasons().stream()
                            .map(reason -> "hindrance." + reason.name())
                            .toList(),
                    conflict.remedies().stream()
                            .map(remedy -> "remedy." + remedy.name())
                            .toList());
        }
    }
}

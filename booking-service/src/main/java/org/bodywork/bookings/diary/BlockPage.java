package org.bodywork.bookings.diary;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.application.BlockTime;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.console.TypedTime;
import org.bodywork.bookings.opening.domain.Cells;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keeps time free of visits, or says what stands in it; and gives it back. */
@RestController
@Hidden
class BlockPage {

    private static final String PATH = "/console/calendar/block";

    private final Team team;
    private final BlockTime blocks;
    private final ConsolePages pages;
    private final BusinessClock clock;

    BlockPage(Team team, BlockTime blocks, ConsolePages pages, BusinessClock clock) {
        this.team = team;
        this.blocks = blocks;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<String>> show(ServerWebExchange exchange) {
        MultiValueMap<String, String> given =
                new LinkedMultiValueMap<>(exchange.getRequest().getQueryParams());
        return page(exchange, HttpStatus.OK, given, null, List.of());
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> block(ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> PathIds.uuid(FormFields.line(form, "therapist"))
                        .map(id -> team.member(
                                        TherapistId.of(id), Staff.in(exchange).colleague())
                                .flatMap(listing -> block(listing, form, exchange)))
                        .orElseGet(
                                () -> page(exchange, HttpStatus.BAD_REQUEST, form, "block.no-therapist", List.of())));
    }

    private Mono<ResponseEntity<String>> block(
            Listing listing, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        String date = FormFields.line(form, "date");
        String reason = FormFields.line(form, "reason");
        Optional<ZonedDateTime> from = TypedTime.read(date, FormFields.line(form, "from"), listing.zone());
        Optional<ZonedDateTime> until = TypedTime.read(date, FormFields.line(form, "until"), listing.zone());
        String fault = fault(from, until, reason);
        if (fault != null || from.isEmpty() || until.isEmpty()) {
            return page(exchange, HttpStatus.BAD_REQUEST, form, fault, List.of());
        }
        TimeSpan span = new TimeSpan(from.get().toInstant(), until.get().toInstant());
        return blocks.block(
                        listing.id(),
                        span,
                        reason.isEmpty() ? null : reason,
                        Staff.in(exchange).colleague())
                .map(_ -> pages.onward(exchange, CalendarPage.PATH + "?day=" + date))
                .onErrorResume(
                        Refusal.VisitsStand.class,
                        stand -> page(
                                exchange,
                                HttpStatus.CONFLICT,
                                form,
                                "block.stands",
                                stand.holders().stream()
                                        .map(holder -> Standing.of(holder, stand, pages.languageOf(exchange)))
                                        .toList()));
    }

    private @Nullable String fault(Optional<ZonedDateTime> from, Optional<ZonedDateTime> until, String reason) {
        if (from.isEmpty() || until.isEmpty()) {
            return "inbox.propose.no-time";
        }
        if (!until.get().isAfter(from.get())) {
            return "block.backwards";
        }
        if (!Cells.isBoundary(from.get().toInstant())
                || !Cells.isBoundary(until.get().toInstant())) {
            return "block.five-minutes";
        }
        if (!until.get().toInstant().isAfter(clock.now())) {
            return "inbox.propose.past";
        }
        return reason.isEmpty() || Reasons.isOne(reason) ? null : "inbox.decline.no-reason";
    }

    @PostMapping(path = PATH + "/{id}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> lift(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> blocks.lift(
                                PathIds.appointment(id).orElseThrow(Refusal.NoSuchBlock::new),
                                Staff.in(exchange).colleague())
                        .then(Mono.fromSupplier(() -> pages.onward(exchange, CalendarPage.PATH + day(form)))));
    }

    private static String day(MultiValueMap<String, String> form) {
        String day = FormFields.line(form, "day");
        return day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? "?day=" + day : "";
    }

    private Mono<ResponseEntity<String>> page(
            ServerWebExchange exchange,
            HttpStatus status,
            MultiValueMap<String, String> form,
            @Nullable String fault,
            List<Standing> standing) {
        return team.of(Staff.in(exchange).colleague()).flatMap(everybody -> {
            Map<String, Object> values = new HashMap<>();
            values.put("path", PATH);
            values.put(
                    "people",
                    everybody.stream()
                            .map(listing -> new CalendarPage.Person(listing.id().toString(), listing.name()))
                            .toList());
            values.put("form", new NewVisitPage.Shown(form));
            values.put("fault", fault);
            values.put("standing", standing);
            return pages.page(exchange, status, "block-time", Section.CALENDAR, values);
        });
    }

    /**
     * What stands in the way.
     *
     * @param id of the visit; null for what has no page
     */
    record Standing(@Nullable String id, String words, String when) {

        static Standing of(Holder holder, Refusal.VisitsStand stand, SiteLanguage language) {
            String when = language.time(holder.span().from().atZone(stand.zone()));
            return switch (holder) {
                case Appointment visit ->
                    new Standing(visit.id().toString(), visit.state().client().name(), when);
                case Hold _ -> new Standing(null, "", when);
                case Block _ -> new Standing(null, "", when);
            };
        }
    }
}

package org.bodywork.bookings.appointment.adapter.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bodywork.bookings.appointment.adapter.web.TypedBooking.Step;
import org.bodywork.bookings.appointment.application.GivenIntake;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.site.FrameToken;
import org.bodywork.bookings.site.PageKind;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Draws what somebody sees who is about to book. */
@Component
final class BookPages {

    private final IntakeQuestions questions;
    private final FrameToken frames;
    private final Pages pages;
    private final BusinessClock clock;

    BookPages(IntakeQuestions questions, FrameToken frames, Pages pages, BusinessClock clock) {
        this.questions = questions;
        this.frames = frames;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * One page of a booking.
     *
     * @param hold while it stands; null where it is over
     */
    record Drawing(
            Where where,
            AppointmentId id,
            Step step,
            TypedBooking typed,
            Offer offer,
            @Nullable Hold hold) {}

    /**
     * What a page says besides.
     *
     * @param notice the key of good news; empty where there is none
     * @param trouble the key of bad news
     * @param others times in place of one that is taken
     */
    record Said(
            HttpStatus status,
            String notice,
            String trouble,
            Map<String, String> faults,
            Set<String> wrongAnswers,
            List<ZonedDateTime> others) {

        static final Said NOTHING = notice("");

        static Said notice(String key) {
            return new Said(HttpStatus.OK, key, "", Map.of(), Set.of(), List.of());
        }

        static Said trouble(HttpStatus status, String key) {
            return new Said(status, "", key, Map.of(), Set.of(), List.of());
        }

        static Said wrong(TypedBookings.Checked checked) {
            return new Said(HttpStatus.BAD_REQUEST, "", "", checked.faults(), checked.wrongAnswers(), List.of());
        }

        static Said taken(List<ZonedDateTime> others) {
            return new Said(
                    HttpStatus.CONFLICT,
                    "",
                    others.isEmpty() ? "book.taken-none" : "book.taken",
                    Map.of(),
                    Set.of(),
                    others);
        }
    }

    Mono<ResponseEntity<String>> draw(Drawing drawing, Said said, ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        Instant now = clock.now();
        Map<String, Object> values = new HashMap<>(drawing.offer().values(language, now));
        values.put("path", drawing.where().book() + "/" + drawing.id());
        values.put("base", drawing.where().book());
        values.put("framed", drawing.where().framed());
        values.put(
                FrameToken.FIELD,
                drawing.where().framed() ? frames.keptOrDrawn(drawing.typed().form()) : "");
        values.put("step", drawing.step().name());
        values.put("start", WeekView.Time.of(drawing.offer().start(), language).start());
        values.put("carried", drawing.typed().carried(drawing.step(), questions.names()));
        values.put("typed", typed(drawing.typed()));
        values.put("asked", questions.in(language.tag(), drawing.typed().form(), said.wrongAnswers()));
        values.put("answered", drawing.typed().answered());
        values.put("notice", said.notice());
        values.put("trouble", said.trouble());
        values.put("faults", said.faults());
        values.put("wrongAnswers", !said.wrongAnswers().isEmpty());
        values.put(
                "others",
                said.others().stream()
                        .map(start -> WeekView.Time.of(start, language))
                        .toList());
        putReview(drawing, language, values);
        putHeld(drawing.hold(), language, now, values);
        values.put("scripts", List.of("book.js"));
        return pages.page(PageKind.PRIVATE, exchange, said.status(), "book", language, values);
    }

    /** A page that says why there is nothing to book here, and what to do next. */
    Mono<ResponseEntity<String>> over(Where where, HttpStatus status, String why, ServerWebExchange exchange) {
        return over(where, status, why, where.beginning(), "", exchange);
    }

    /**
     * The same, with another way on.
     *
     * @param query goes behind the path of the way, such as {@code therapist=1&}
     */
    Mono<ResponseEntity<String>> over(
            Where where, HttpStatus status, String why, String way, String query, ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        Map<String, Object> values = new HashMap<>();
        values.put("path", where.book());
        values.put("framed", where.framed());
        values.put("why", why);
        values.put("way", way + "?" + query + SiteLanguage.PARAMETER + "=" + language.tag());
        return pages.page(exchange, status, "book-over", language, values);
    }

    private static Map<String, String> typed(TypedBooking typed) {
        Map<String, String> lines = new HashMap<>();
        TypedBooking.CONTACT.forEach(name -> lines.put(name, typed.line(name)));
        return lines;
    }

    /** Whether it will be a request is said before the button, and why where the answers are the reason. */
    private void putReview(Drawing drawing, SiteLanguage language, Map<String, Object> values) {
        GivenIntake intake = drawing.step() == Step.REVIEW && drawing.typed().answered()
                ? questions.read(drawing.typed().form())
                : null;
        boolean flagged = intake != null && intake.redFlag();
        Advice advice = Advice.on(intake, Language.ofTag(language.tag()).orElse(Language.EN));
        values.put("flagged", flagged);
        values.put("asks", flagged || !drawing.offer().listing().rules().instant());
        values.put("advice", advice == null ? "" : advice.text());
        values.put("urgent", advice != null && advice.urgent());
    }

    private static void putHeld(@Nullable Hold hold, SiteLanguage language, Instant now, Map<String, Object> values) {
        values.put("held", hold != null);
        if (hold != null) {
            values.put(
                    "heldUntil",
                    language.clock(hold.expiresAt().atZone(hold.visit().zone())));
            values.put("secondsLeft", Duration.between(now, hold.expiresAt()).toSeconds());
            values.put("renewable", !hold.renewed());
        }
    }
}

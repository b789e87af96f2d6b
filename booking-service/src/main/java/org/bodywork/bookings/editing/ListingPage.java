package org.bodywork.bookings.editing;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The way to the editors: a therapist's own listing, or those of the practice to choose from. */
@RestController
@Hidden
@RequestMapping("/console/listing")
class ListingPage {

    private final ListingCalls calls;
    private final Editing.Finder finder;
    private final ConsolePages pages;

    ListingPage(ListingCalls calls, Editing.Finder finder, ConsolePages pages) {
        this.calls = calls;
        this.finder = finder;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<String>> choose(ServerWebExchange exchange) {
        Staff staff = Staff.in(exchange);
        return switch (staff.colleague()) {
            case Colleague.Therapist own -> Mono.just(pages.onward(exchange, "/console/listing/" + own.therapist()));
            case Colleague.PracticeLead lead ->
                calls.of(lead.practice(), staff.token())
                        .flatMap(names -> pages.page(
                                exchange, HttpStatus.OK, "editing-whose", Section.LISTING, Map.of("listed", names)));
        };
    }

    @GetMapping("/{therapist}")
    Mono<ResponseEntity<String>> parts(@PathVariable String therapist, ServerWebExchange exchange) {
        return finder.find(therapist, Part.Where.LISTING, exchange).flatMap(editing -> {
            Map<String, Object> values = new HashMap<>();
            values.put("name", editing.stored().whole().path("name").asString(""));
            values.put("status", editing.stored().whole().path("status").asString("draft"));
            values.put("slug", editing.stored().whole().path("slug").asString(""));
            values.put("base", "/console/listing/" + editing.therapist());
            values.put("leads", editing.staff().colleague() instanceof Colleague.PracticeLead);
            values.put("parts", slugs());
            return pages.page(exchange, HttpStatus.OK, "editing-parts", Section.LISTING, values);
        });
    }

    /** The most used first. */
    private static List<String> slugs() {
        List<String> all =
                new ArrayList<>(Arrays.stream(Part.values()).map(Part::slug).toList());
        all.add(1, TimeOffPage.SLUG);
        return all;
    }
}

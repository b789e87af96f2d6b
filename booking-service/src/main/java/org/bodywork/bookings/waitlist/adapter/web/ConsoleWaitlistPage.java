package org.bodywork.bookings.waitlist.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.console.ConsolePages;
import org.bodywork.bookings.console.ConsolePages.Section;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.bookings.waitlist.application.ReadChains;
import org.bodywork.bookings.waitlist.application.ReadChains.Chains;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Freed times for staff: how many were filled and how fast, and of each to whom it was offered, and why in that order. */
@RestController
@Hidden
class ConsoleWaitlistPage {

    private static final String PATH = "/console/waitlist";

    private final ReadChains chains;
    private final ConsolePages pages;

    ConsoleWaitlistPage(ReadChains chains, ConsolePages pages) {
        this.chains = chains;
        this.pages = pages;
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<String>> show(ServerWebExchange exchange) {
        SiteLanguage language = pages.languageOf(exchange);
        return chains.of(Staff.in(exchange).colleague()).flatMap(read -> {
            Map<String, Object> values = new HashMap<>();
            values.put("path", PATH);
            values.put("freed", read.times().size());
            values.put("filled", read.filled());
            values.put("minutes", read.usualWait().toMinutes());
            values.put(
                    "rows",
                    read.times().stream().map(time -> row(time, read, language)).toList());
            return pages.page(exchange, HttpStatus.OK, "console-waitlist", Section.NUMBERS, values);
        });
    }

    private static Row row(FreedTime time, Chains read, SiteLanguage language) {
        return new Row(
                language.time(time.zonedStart()),
                "chain." + time.stage().name(),
                language.time(time.freedAt().atZone(time.zone())),
                time.chain().stream()
                        .map(link -> line(link, time, read, language))
                        .toList());
    }

    private static Line line(FreedTime.Link link, FreedTime time, Chains read, SiteLanguage language) {
        WaitlistEntry entry = read.entries().get(link.entry());
        return new Line(
                entry == null ? "" : entry.client().name(),
                "chain.outcome." + link.outcome().name(),
                link.offeredAt() == null ? "" : language.clock(link.offeredAt().atZone(time.zone())),
                link.answeredAt() == null
                        ? ""
                        : language.clock(link.answeredAt().atZone(time.zone())),
                link.visit() == null ? "" : link.visit().toString(),
                link.reasons().stream()
                        .map(reason -> new Why("chain.reason." + reason.kind().name(), reason.number()))
                        .toList());
    }

    /** A freed time. */
    record Row(String when, String stands, String freedAt, List<Line> lines) {}

    /** One offer of it. */
    record Line(String client, String outcome, String offeredAt, String answeredAt, String visit, List<Why> reasons) {}

    /** Something that spoke for somebody. */
    record Why(String text, long number) {}
}

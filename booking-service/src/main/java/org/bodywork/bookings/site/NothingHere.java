package org.bodywork.bookings.site;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page for an address behind which there is nothing to show, and where to go from there. */
@Component
public final class NothingHere {

    private final Pages pages;

    NothingHere(Pages pages) {
        this.pages = pages;
    }

    /**
     * A page that says so.
     *
     * @param why a word of the bundles: {@code nothing.why.title} and {@code nothing.why.text}
     */
    public Mono<ResponseEntity<String>> page(ServerWebExchange exchange, HttpStatus status, String why) {
        return pages.page(
                PageKind.PUBLIC, exchange, status, "nothing", SiteLanguage.of(exchange, null), Map.of("why", why));
    }
}

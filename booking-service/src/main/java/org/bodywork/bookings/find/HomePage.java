package org.bodywork.bookings.find;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.appointment.PublicSite;
import org.bodywork.bookings.site.PageCard;
import org.bodywork.bookings.site.PageKind;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where does it hurt: by a form, by a picture of the body and by a list. It needs nobody else. */
@RestController
@Hidden
class HomePage {

    private final MessageSource messages;
    private final PublicSite site;
    private final Pages pages;

    HomePage(MessageSource messages, PublicSite site, Pages pages) {
        this.messages = messages;
        this.site = site;
        this.pages = pages;
    }

    @GetMapping("/")
    Mono<ResponseEntity<String>> home(ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        Words words = new Words(messages, language);
        return pages.page(
                PageKind.PUBLIC,
                exchange,
                HttpStatus.OK,
                "home",
                language,
                Map.of(
                        "form", SearchForm.of(Wish.ANYTHING, words),
                        "places", SearchForm.PLACES,
                        "conditions", SearchForm.conditions(words),
                        "areas", List.of("st-louis", "maplewood", "lakewood"),
                        "scripts", List.of("near.js"),
                        "card",
                                PageCard.of(
                                        words.say("find.home.title"),
                                        words.say("find.home.description"),
                                        site.page("/?"))));
    }

    /** What is not worth a search engine's time: pages for one reader, and every way to book. */
    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        return """
                User-agent: *
                Disallow: /api/
                Disallow: /book
                Disallow: /console
                Disallow: /manage/
                Disallow: /my-visits
                Disallow: /answer/
                Disallow: /review/

                Sitemap: %s
                """.formatted(site.page("/sitemap.xml"));
    }
}

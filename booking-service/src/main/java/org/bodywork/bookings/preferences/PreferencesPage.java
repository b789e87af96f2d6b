package org.bodywork.bookings.preferences;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** From the page of a visit to the choices for all visits of its client; following the link changes nothing. */
@RestController
@Hidden
class PreferencesPage {

    private final ManageByLink visits;
    private final PreferenceCalls notifications;
    private final Pages pages;

    PreferencesPage(ManageByLink visits, PreferenceCalls notifications, Pages pages) {
        this.visits = visits;
        this.notifications = notifications;
        this.pages = pages;
    }

    @GetMapping("/manage/{secret}/preferences")
    Mono<ResponseEntity<String>> open(@PathVariable String secret, ServerWebExchange exchange) {
        return visits.find(secret)
                .flatMap(visit -> notifications
                        .addressOf(visit.id())
                        .map(PreferencesPage::onward)
                        .switchIfEmpty(Mono.defer(() -> away(visit, secret, exchange))))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    private static ResponseEntity<String> onward(URI there) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(there)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** Says where the same choices are: that answers the question as well. */
    private Mono<ResponseEntity<String>> away(Appointment visit, String secret, ServerWebExchange exchange) {
        SiteLanguage language =
                SiteLanguage.of(exchange, visit.state().client().language().tag());
        return pages.page(exchange, HttpStatus.OK, "preferences-away", language, Map.of("manage", "/manage/" + secret));
    }
}

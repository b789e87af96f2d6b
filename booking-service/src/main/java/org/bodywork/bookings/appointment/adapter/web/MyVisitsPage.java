package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bodywork.bookings.appointment.application.StaffQuery.Position;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.proof.ProofRefused;
import org.bodywork.bookings.proof.ProofSession;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A client's visits as a page that works without a line of script. Only POST sends or opens anything. */
@RestController
@Hidden
class MyVisitsPage {

    private static final String PATH = "/my-visits";
    private static final int SHOWN = 20;

    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CODE_SHAPE = Pattern.compile("[0-9]{6}");

    private final MyVisits visits;
    private final ProofSession sessions;
    private final Pages pages;

    MyVisitsPage(MyVisits visits, ProofSession sessions, Pages pages) {
        this.visits = visits;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping(path = PATH)
    Mono<ResponseEntity<String>> show(
            @RequestParam(required = false) @Nullable String after, ServerWebExchange exchange) {
        return visits.clientOf(exchange).isEmpty()
                ? ask(exchange, HttpStatus.OK, "", null)
                : visits.list(exchange, position(after), SHOWN).flatMap(list -> list(exchange, list));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> request(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> FormFields.line(form, "email"))
                .flatMap(given -> EmailAddress.parse(given)
                        .map(email -> send(exchange, email, given))
                        .orElseGet(() -> ask(exchange, HttpStatus.BAD_REQUEST, given, "my-visits.no-address")));
    }

    private Mono<ResponseEntity<String>> send(ServerWebExchange exchange, EmailAddress email, String given) {
        return visits.request(email, exchange)
                .flatMap(id -> code(exchange, HttpStatus.OK, id.toString(), email, null))
                .onErrorResume(
                        ProofRefused.TooManyCodes.class,
                        _ -> ask(exchange, HttpStatus.TOO_MANY_REQUESTS, given, "my-visits.too-many"));
    }

    @PostMapping(path = PATH + "/code", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> confirm(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String id = FormFields.line(form, "requestId");
            String code = FormFields.line(form, "code").replace(" ", "");
            Optional<EmailAddress> email = EmailAddress.parse(FormFields.line(form, "email"));
            if (!UUID_SHAPE.matcher(id).matches() || email.isEmpty()) {
                return ask(exchange, HttpStatus.BAD_REQUEST, "", "my-visits.again");
            }
            Mono<ResponseEntity<String>> wrong =
                    Mono.defer(() -> code(exchange, HttpStatus.BAD_REQUEST, id, email.get(), "my-visits.wrong-code"));
            if (!CODE_SHAPE.matcher(code).matches()) {
                return wrong;
            }
            return visits.confirm(UUID.fromString(id), email.get(), new OneTimeCode(code), exchange)
                    .then(Mono.fromSupplier(() -> onward(exchange)))
                    .onErrorResume(ProofRefused.WrongCode.class, _ -> wrong);
        });
    }

    @PostMapping(PATH + "/leave")
    ResponseEntity<String> leave(ServerWebExchange exchange) {
        sessions.end(exchange);
        return onward(exchange);
    }

    private Mono<ResponseEntity<String>> ask(
            ServerWebExchange exchange, HttpStatus status, String email, @Nullable String fault) {
        return page(exchange, status, "my-visits", values("email", email, "fault", fault));
    }

    private Mono<ResponseEntity<String>> code(
            ServerWebExchange exchange, HttpStatus status, String request, EmailAddress email, @Nullable String fault) {
        Map<String, Object> values = values("requestId", request, "fault", fault);
        values.put("email", email.value());
        return page(exchange, status, "my-visits-code", values);
    }

    private Mono<ResponseEntity<String>> list(ServerWebExchange exchange, MyVisitsView list) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        List<Line> lines =
                list.items().stream().map(visit -> Line.of(visit, language)).toList();
        return page(exchange, HttpStatus.OK, "my-visits-list", values("visits", lines, "next", list.next()));
    }

    private Mono<ResponseEntity<String>> page(
            ServerWebExchange exchange, HttpStatus status, String template, Map<String, Object> values) {
        // What a form was sent to is no page to come back to.
        values.put("path", PATH);
        return pages.page(exchange, status, template, SiteLanguage.of(exchange, null), values);
    }

    private static Map<String, Object> values(String name, Object value, String other, @Nullable Object otherValue) {
        Map<String, Object> values = new HashMap<>();
        values.put(name, value);
        values.put(other, otherValue);
        return values;
    }

    private ResponseEntity<String> onward(ServerWebExchange exchange) {
        return pages.onward(PATH, SiteLanguage.of(exchange, null));
    }

    private static @Nullable Position position(@Nullable String after) {
        try {
            return after == null ? null : StaffListRequest.position(after);
        } catch (IllegalArgumentException | DateTimeException e) {
            // Somebody has changed the address: the list begins at its beginning.
            return null;
        }
    }

    /**
     * One visit in the list.
     *
     * @param link empty where it opens the visit no more
     */
    record Line(String when, String who, String status, String link) {

        static Line of(VisitView visit, SiteLanguage language) {
            String where = visit.location().name();
            String link = visit.manageUrl();
            return new Line(
                    language.timeAndYear(
                            OffsetDateTime.parse(visit.start()).atZoneSameInstant(ZoneId.of(visit.zone()))),
                    visit.therapist().name() + (where == null ? "" : ", " + where),
                    "status." + visit.status().name(),
                    link == null ? "" : link + "?" + SiteLanguage.PARAMETER + "=" + language.tag());
        }
    }
}

package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bodywork.bookings.appointment.application.StaffQuery.Position;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.proof.ProofRefused;
import org.bodywork.bookings.proof.ProofSession;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
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

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; " + "frame-ancestors 'none'";

    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CODE_SHAPE = Pattern.compile("[0-9]{6}");

    private final MyVisits visits;
    private final ProofSession sessions;
    private final String style = read("my-visits.css");

    MyVisitsPage(MyVisits visits, ProofSession sessions) {
        this.visits = visits;
        this.sessions = sessions;
    }

    @GetMapping(path = PATH)
    Mono<ResponseEntity<String>> show(
            @RequestParam(required = false) @Nullable String after, ServerWebExchange exchange) {
        if (visits.clientOf(exchange).isEmpty()) {
            return Mono.just(page(HttpStatus.OK, MyVisitsHtml.ask("", null)));
        }
        return visits.list(exchange, position(after), SHOWN).map(list -> page(HttpStatus.OK, MyVisitsHtml.list(list)));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> ask(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String given = one(form, "email");
            return EmailAddress.parse(given)
                    .map(email -> visits.request(email, exchange)
                            .map(id -> page(HttpStatus.OK, MyVisitsHtml.code(id.toString(), email.value(), null)))
                            .onErrorResume(
                                    ProofRefused.TooManyCodes.class,
                                    _ -> Mono.just(page(
                                            HttpStatus.TOO_MANY_REQUESTS,
                                            MyVisitsHtml.ask(given, MyVisitsHtml.TOO_MANY)))))
                    .orElseGet(() ->
                            Mono.just(page(HttpStatus.BAD_REQUEST, MyVisitsHtml.ask(given, MyVisitsHtml.NO_ADDRESS))));
        });
    }

    @PostMapping(path = PATH + "/code", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> confirm(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String id = one(form, "requestId");
            String code = one(form, "code").replace(" ", "");
            Optional<EmailAddress> email = EmailAddress.parse(one(form, "email"));
            if (!UUID_SHAPE.matcher(id).matches() || email.isEmpty()) {
                return Mono.just(page(HttpStatus.BAD_REQUEST, MyVisitsHtml.ask("", MyVisitsHtml.AGAIN)));
            }
            ResponseEntity<String> wrong = page(
                    HttpStatus.BAD_REQUEST, MyVisitsHtml.code(id, email.get().value(), MyVisitsHtml.WRONG_CODE));
            if (!CODE_SHAPE.matcher(code).matches()) {
                return Mono.just(wrong);
            }
            return visits.confirm(UUID.fromString(id), email.get(), new OneTimeCode(code), exchange)
                    .then(Mono.fromSupplier(MyVisitsPage::onward))
                    .onErrorReturn(ProofRefused.WrongCode.class, wrong);
        });
    }

    @PostMapping(PATH + "/leave")
    ResponseEntity<String> leave(ServerWebExchange exchange) {
        sessions.end(exchange);
        return onward();
    }

    @GetMapping(path = "/assets/my-visits.css", produces = "text/css;charset=UTF-8")
    String style() {
        return style;
    }

    private static ResponseEntity<String> onward() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH))
                .build();
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                // The links on it are secret: they must not travel with a click.
                .header("Referrer-Policy", "no-referrer")
                .body(html);
    }

    private static String one(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("").strip();
    }

    private static @Nullable Position position(@Nullable String after) {
        try {
            return after == null ? null : StaffListRequest.position(after);
        } catch (IllegalArgumentException | DateTimeException e) {
            // Somebody has changed the address: the list begins at its beginning.
            return null;
        }
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("pages/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

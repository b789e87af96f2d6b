package org.bodywork.bookings.console;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.bodywork.bookings.console.SignInCalls.Asked;
import org.bodywork.bookings.console.SignInCalls.Shown;
import org.bodywork.bookings.site.FormFields;
import org.bodywork.bookings.site.PageKind;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.jspecify.annotations.Nullable;
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

/**
 * Signs staff in by a code that is emailed to them, and brings them back to where they were. Only POST sends or opens
 * anything, and only one that comes from this very page.
 */
@RestController
@Hidden
class SignInPage {

    private static final String PATH = "/console/sign-in";
    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CODE_SHAPE = Pattern.compile("[0-9]{6}");
    private static final int LONGEST_EMAIL = 254;

    private final SignInCalls calls;
    private final ConsoleSession sessions;
    private final Pages pages;
    private final ConsolePages consolePages;

    SignInPage(SignInCalls calls, ConsoleSession sessions, Pages pages, ConsolePages consolePages) {
        this.calls = calls;
        this.sessions = sessions;
        this.pages = pages;
        this.consolePages = consolePages;
    }

    @GetMapping("/console")
    ResponseEntity<String> home(ServerWebExchange exchange) {
        return consolePages.onward(exchange, ConsolePath.HOME);
    }

    /** Whoever is signed in already goes on. */
    @GetMapping(PATH)
    Mono<ResponseEntity<String>> show(
            @RequestParam(required = false) @Nullable String next, ServerWebExchange exchange) {
        ConsolePath there = ConsolePath.of(next);
        return sessions.of(exchange)
                .filter(Staff::isOne)
                .map(_ -> consolePages.onward(exchange, there))
                .switchIfEmpty(Mono.defer(() -> ask(exchange, HttpStatus.OK, there, "", null)));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> request(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            ConsolePath next = ConsolePath.of(form.getFirst("next"));
            String email = FormFields.line(form, "email");
            if (!ConsoleSession.isFromHere(exchange.getRequest())) {
                return ask(exchange, HttpStatus.FORBIDDEN, next, email, "sign-in.again");
            }
            return email.isEmpty() || email.length() > LONGEST_EMAIL
                    ? ask(exchange, HttpStatus.BAD_REQUEST, next, email, "sign-in.no-address")
                    : calls.ask(email, exchange).flatMap(asked -> asked(exchange, asked, next, email));
        });
    }

    private Mono<ResponseEntity<String>> asked(
            ServerWebExchange exchange, Asked asked, ConsolePath next, String email) {
        return switch (asked) {
            case Asked.Sent sent -> code(exchange, HttpStatus.OK, next, sent.requestId(), email, null);
            case Asked.NoAddress _ -> ask(exchange, HttpStatus.BAD_REQUEST, next, email, "sign-in.no-address");
            case Asked.TooMany _ -> ask(exchange, HttpStatus.TOO_MANY_REQUESTS, next, email, "sign-in.too-many");
            case Asked.Away _ -> ask(exchange, HttpStatus.SERVICE_UNAVAILABLE, next, email, "sign-in.away");
        };
    }

    @PostMapping(path = PATH + "/code", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> confirm(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> confirm(form, exchange));
    }

    private Mono<ResponseEntity<String>> confirm(MultiValueMap<String, String> form, ServerWebExchange exchange) {
        ConsolePath next = ConsolePath.of(form.getFirst("next"));
        String request = FormFields.line(form, "requestId");
        String email = FormFields.line(form, "email");
        String code = FormFields.line(form, "code").replace(" ", "");
        boolean whole = UUID_SHAPE.matcher(request).matches() && !email.isEmpty() && email.length() <= LONGEST_EMAIL;
        if (!whole || !ConsoleSession.isFromHere(exchange.getRequest())) {
            return ask(exchange, HttpStatus.BAD_REQUEST, next, "", "sign-in.again");
        }
        if (!CODE_SHAPE.matcher(code).matches()) {
            return code(exchange, HttpStatus.BAD_REQUEST, next, request, email, "sign-in.wrong-code");
        }
        return calls.show(request, email, code, exchange).flatMap(shown -> switch (shown) {
            case Shown.Good good -> enter(exchange, good.token(), next);
            case Shown.Refused _ -> code(exchange, HttpStatus.BAD_REQUEST, next, request, email, "sign-in.wrong-code");
            case Shown.Away _ -> code(exchange, HttpStatus.SERVICE_UNAVAILABLE, next, request, email, "sign-in.away");
        });
    }

    private Mono<ResponseEntity<String>> enter(ServerWebExchange exchange, String token, ConsolePath next) {
        return sessions.valid(token)
                .filter(Staff::isOne)
                .map(valid -> {
                    sessions.begin(valid, exchange);
                    return consolePages.onward(exchange, next);
                })
                .switchIfEmpty(Mono.defer(() -> ask(exchange, HttpStatus.FORBIDDEN, next, "", "sign-in.not-yours")));
    }

    @PostMapping("/console/sign-out")
    ResponseEntity<String> leave(ServerWebExchange exchange) {
        if (ConsoleSession.isFromHere(exchange.getRequest())) {
            sessions.end(exchange);
        }
        return consolePages.onward(exchange, new ConsolePath(PATH));
    }

    private Mono<ResponseEntity<String>> ask(
            ServerWebExchange exchange, HttpStatus status, ConsolePath next, String email, @Nullable String fault) {
        Map<String, Object> values = new HashMap<>();
        values.put("email", email);
        return page(exchange, status, "console-sign-in", next, fault, values);
    }

    private Mono<ResponseEntity<String>> code(
            ServerWebExchange exchange,
            HttpStatus status,
            ConsolePath next,
            String request,
            String email,
            @Nullable String fault) {
        Map<String, Object> values = new HashMap<>();
        values.put("requestId", request);
        values.put("email", email);
        return page(exchange, status, "console-code", next, fault, values);
    }

    private Mono<ResponseEntity<String>> page(
            ServerWebExchange exchange,
            HttpStatus status,
            String template,
            ConsolePath next,
            @Nullable String fault,
            Map<String, Object> values) {
        values.put("path", PATH);
        values.put("next", next.value());
        values.put("fault", fault);
        return pages.page(PageKind.PRIVATE, exchange, status, template, SiteLanguage.of(exchange, null), values);
    }
}

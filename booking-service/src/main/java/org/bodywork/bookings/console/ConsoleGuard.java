package org.bodywork.bookings.console;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.bookings.site.FormToken;
import org.bodywork.bookings.site.PageKind;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.faults.Infrastructure;
import org.bodywork.platform.web.ProblemSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Stands before every page of the console, so that none of them can forget to ask: who is not signed in is sent to sign
 * in and comes back, and what a form sends must have been drawn for that very session. It answers refusals as pages.
 */
@Component
final class ConsoleGuard implements WebFilter {

    private static final String CONSOLE = "/console";
    private static final Set<String> OPEN =
            Set.of("/console/sign-in", "/console/sign-in/code", "/console/session", "/console/sign-out");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ConsoleSession sessions;
    private final FormToken forms;
    private final Pages pages;
    private final ConsolePages consolePages;
    private final List<ProblemSource> problems;

    ConsoleGuard(
            ConsoleSession sessions,
            FormToken forms,
            Pages pages,
            ConsolePages consolePages,
            List<ProblemSource> problems) {
        this.sessions = sessions;
        this.forms = forms;
        this.pages = pages;
        this.consolePages = consolePages;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        boolean guarded = path.equals(CONSOLE) || (path.startsWith(CONSOLE + "/") && !OPEN.contains(path));
        return guarded ? guard(exchange, chain) : chain.filter(exchange);
    }

    private Mono<Void> guard(ServerWebExchange exchange, WebFilterChain chain) {
        return sessions.of(exchange)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(token -> token.map(known -> enter(known, exchange, chain))
                        .orElseGet(() -> write(exchange, askToSignIn(exchange))))
                .onErrorResume(error -> refused(exchange, error));
    }

    private Mono<Void> enter(Jwt token, ServerWebExchange exchange, WebFilterChain chain) {
        Staff.of(token).enter(exchange);
        if (READING.contains(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        String owner = ConsolePages.ownerOfForms(token.getTokenValue());
        return formOf(exchange).flatMap(form -> {
            String shown = Objects.requireNonNullElse(form.getFirst(FormToken.FIELD), "");
            boolean good = forms.isGood(shown, owner) && ConsoleSession.isFromHere(exchange.getRequest());
            return good ? chain.filter(exchange) : write(exchange, ofAnotherSession(exchange, form));
        });
    }

    private static Mono<MultiValueMap<String, String>> formOf(ServerWebExchange exchange) {
        return exchange.getFormData().defaultIfEmpty(new LinkedMultiValueMap<>());
    }

    private Mono<ResponseEntity<String>> askToSignIn(ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        String there = ConsolePath.of(exchange).signIn(language);
        if (!READING.contains(exchange.getRequest().getMethod())) {
            return formOf(exchange).flatMap(form -> ended(exchange, form, there));
        }
        if ("cross-site".equals(exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site"))) {
            // The cookie is not sent with a click on another site or in a mail program, only from here.
            return pages.page(
                    PageKind.PRIVATE, exchange, HttpStatus.OK, "console-return", language, Map.of("signIn", there));
        }
        return Mono.just(ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(there))
                .header("Cache-Control", "no-store")
                .build());
    }

    /** A form that is sent when its session has ended changes nothing, says so, and keeps what was typed. */
    private Mono<ResponseEntity<String>> ended(
            ServerWebExchange exchange, MultiValueMap<String, String> form, String signIn) {
        Map<String, Object> values = new HashMap<>();
        values.put("path", CONSOLE);
        values.put("signIn", signIn);
        KeptForm.of(exchange, form).ifPresent(kept -> values.put("kept", kept));
        return pages.page(
                PageKind.PRIVATE,
                exchange,
                HttpStatus.UNAUTHORIZED,
                "console-ended",
                SiteLanguage.of(exchange, null),
                values);
    }

    /** One that was drawn for another session comes back as one of this session, for whoever sent it to send it again. */
    private Mono<ResponseEntity<String>> ofAnotherSession(
            ServerWebExchange exchange, MultiValueMap<String, String> form) {
        return KeptForm.of(exchange, form)
                .map(kept -> trouble(exchange, HttpStatus.FORBIDDEN, Map.of("words", "kept", "kept", kept)))
                .orElseGet(() -> trouble(exchange, HttpStatus.FORBIDDEN, Map.of("words", "form")));
    }

    private Mono<Void> refused(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        if (error instanceof AccessDeniedException) {
            return write(
                    exchange,
                    pages.page(
                            PageKind.PRIVATE,
                            exchange,
                            HttpStatus.FORBIDDEN,
                            "console-not-yours",
                            SiteLanguage.of(exchange, null),
                            Map.of("path", CONSOLE)));
        }
        return statusOf(error)
                .map(status -> write(exchange, trouble(exchange, status)))
                .orElseGet(() -> Mono.error(error));
    }

    /** Empty for what nobody foresaw. */
    private Optional<HttpStatus> statusOf(Throwable error) {
        if (error instanceof ResponseStatusException refused
                && refused.getStatusCode().is4xxClientError()) {
            return Optional.ofNullable(
                    HttpStatus.resolve(refused.getStatusCode().value()));
        }
        if (Infrastructure.isTrouble(error)) {
            return Optional.of(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return problems.stream()
                .map(source -> source.problemOf(error))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(problem -> HttpStatus.valueOf(problem.status()));
    }

    private Mono<ResponseEntity<String>> trouble(ServerWebExchange exchange, HttpStatus status) {
        String words = switch (status) {
            case NOT_FOUND -> "unknown";
            case CONFLICT, PRECONDITION_FAILED -> "changed";
            case SERVICE_UNAVAILABLE -> "away";
            default -> "refused";
        };
        return trouble(exchange, status, Map.of("words", words));
    }

    private Mono<ResponseEntity<String>> trouble(ServerWebExchange exchange, HttpStatus status, Map<String, ?> said) {
        Map<String, Object> values = new HashMap<>(said);
        values.put("back", ConsolePath.of(exchange).in(SiteLanguage.of(exchange, null)));
        return consolePages.page(exchange, status, "console-trouble", ConsolePages.Section.NONE, values);
    }

    private static Mono<Void> write(ServerWebExchange exchange, Mono<ResponseEntity<String>> answer) {
        return answer.flatMap(page -> {
            ServerHttpResponse response = exchange.getResponse();
            response.setStatusCode(page.getStatusCode());
            response.getHeaders().putAll(page.getHeaders());
            String body = page.getBody();
            return body == null
                    ? response.setComplete()
                    : response.writeWith(Mono.fromSupplier(
                            () -> response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
        });
    }
}

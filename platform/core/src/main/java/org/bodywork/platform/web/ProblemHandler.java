package org.bodywork.platform.web;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every error as a problem (RFC 9457), the unforeseen ones with nothing but a reference into the log. */
@Order(-2)
final class ProblemHandler implements ErrorWebExceptionHandler {

    /** Problem types are names; nothing is served there. */
    private static final String TYPES = "https://bodywork.example/problems/";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final Problems problems;
    private final JsonMapper json;

    ProblemHandler(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(error)) {
            return exchange.getResponse().setComplete();
        }
        // What cannot be written finds nobody who reads: the client has left, or Netty has refused broken HTTP itself.
        return write(exchange.getResponse(), problemOf(exchange, error)).onErrorComplete();
    }

    private Problem problemOf(ServerWebExchange exchange, Throwable error) {
        Problem problem = problems.of(error);
        if (problem == null) {
            return bug(exchange, error);
        }
        if (problem.status() == 503) {
            LOG.warn("{} unavailable: {}", route(exchange), error.getClass().getName());
        }
        return problem;
    }

    private static Problem bug(ServerWebExchange exchange, Throwable error) {
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.error("{} failed, reference {}", route(exchange), reference, error);
        return Problem.of(
                500,
                "internal-error",
                "Internal error",
                "This is our mistake. Please tell us the reference " + reference + ".");
    }

    /** The route's pattern: the path itself may hold a secret. */
    private static String route(ServerWebExchange exchange) {
        Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return exchange.getRequest().getMethod() + " " + (pattern == null ? "(no route)" : pattern);
    }

    private Mono<Void> write(ServerHttpResponse response, Problem problem) {
        byte[] body = json.writeValueAsBytes(members(problem));
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLength(body.length);
        problem.headers().forEach(response.getHeaders()::set);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Map<String, Object> members(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPES + problem.type());
        members.put("title", problem.title());
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        if (!problem.errors().isEmpty()) {
            members.put("errors", problem.errors());
        }
        members.putAll(problem.extra());
        return members;
    }
}

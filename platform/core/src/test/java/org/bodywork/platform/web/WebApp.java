package org.bodywork.platform.web;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A service of nothing but HTTP, on Spring Boot's real server. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    CodecsAutoConfiguration.class,
    ErrorWebFluxAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    WebConfiguration.class,
    WebFluxAutoConfiguration.class
})
@Import(WebApp.Orders.class)
class WebApp {

    sealed interface Rejection {
        record Taken() implements Rejection {}

        record TooMany() implements Rejection {}
    }

    static final class Rejected extends RuntimeException {
        private final transient Rejection reason;

        Rejected(Rejection reason) {
            this.reason = reason;
        }
    }

    @Bean
    ProblemSource orderProblems() {
        return error -> error instanceof Rejected rejected
                ? switch (rejected.reason) {
                    case Rejection.Taken _ ->
                        Problem.conflict("item-taken", "Taken", "Somebody was faster.")
                                .with("alternatives", List.of("blue", "green"));
                    case Rejection.TooMany _ -> Problem.tooManyRequests("Slow down, please.", Duration.ofMillis(1500));
                }
                : null;
    }

    @RestController
    static class Orders {

        @PostMapping("/orders")
        @ResponseStatus(HttpStatus.CREATED)
        Mono<Order> place(@RequestBody Mono<Order> order) {
            return order;
        }

        @GetMapping("/orders")
        Map<String, Object> list(Paging paging) {
            return Map.of("page", paging.page(), "size", paging.size(), "offset", paging.offset());
        }

        @GetMapping("/orders/{id}")
        UUID show(@PathVariable UUID id) {
            return id;
        }

        @GetMapping("/typed")
        String typed(@RequestParam int minutes, @RequestParam(name = "from", required = false) LocalDate day) {
            return minutes + " " + day;
        }

        @GetMapping("/taken")
        Mono<String> taken() {
            return Mono.error(new Rejected(new Rejection.Taken()));
        }

        @GetMapping("/too-many")
        Mono<String> tooMany() {
            return Mono.error(new Rejected(new Rejection.TooMany()));
        }

        @GetMapping("/away")
        Mono<String> away() {
            return Mono.error(new IllegalStateException("wrapped", new MongoTimeoutException("no server")));
        }

        @GetMapping("/bug/{secret}")
        Mono<String> bug(@PathVariable String secret) {
            return Mono.error(new IllegalStateException("jane@example.com " + secret));
        }

        @GetMapping("/address")
        String address(ServerWebExchange exchange) {
            return ClientAddress.of(exchange).getHostAddress();
        }
    }
}

package org.bodywork.notifications.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For managers: where their own practice's programs are told of its bookings. */
@RestController
@RequestMapping(WebhookController.PATH)
@Tag(name = "Webhooks")
class WebhookController {

    static final String PATH = "/api/webhook";

    private static final String PRACTICE = "practiceId";

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @PutMapping
    @Operation(
            summary = "Say where the practice's programs are called, in place of any before",
            description =
                    "Answers with the secret that every call is signed with (Standard Webhooks 1.0.0); it is shown "
                            + "only here, and each PUT makes a new one. Only https, only public addresses; redirects are not "
                            + "followed. A call that fails is tried again for two days.")
    Mono<WebhookView> set(@RequestBody WebhookRequest request, @Parameter(hidden = true) Caller caller) {
        return practiceOf(caller)
                .flatMap(practice -> webhooks.set(practice, request.address()))
                .map(webhook -> WebhookView.of(webhook, webhooks.secretOf(webhook)));
    }

    @GetMapping
    @Operation(summary = "Where the practice's programs are called, and whether that works")
    Mono<WebhookView> get(@Parameter(hidden = true) Caller caller) {
        return practiceOf(caller)
                .flatMap(webhooks::of)
                .map(webhook -> WebhookView.of(webhook, null))
                .switchIfEmpty(Mono.error(NoWebhook::new));
    }

    @DeleteMapping
    @Operation(summary = "Call nobody any more")
    Mono<ResponseEntity<Void>> remove(@Parameter(hidden = true) Caller caller) {
        return practiceOf(caller)
                .flatMap(webhooks::remove)
                .thenReturn(ResponseEntity.noContent().build());
    }

    private static Mono<String> practiceOf(Caller caller) {
        return Mono.justOrEmpty(caller.claim(PRACTICE)).switchIfEmpty(Mono.error(NoWebhook::new));
    }

    /** The practice has none. */
    static final class NoWebhook extends RuntimeException {
        NoWebhook() {
            super("no webhook", null, false, false);
        }
    }
}

package org.bodywork.notifications.consent;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import org.bodywork.notifications.letter.Language;
import org.bodywork.notifications.letter.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The pages behind the links in our emails. Opening one changes nothing, because mail scanners open every link; only a
 * POST does. What the provider keeps from us, or its owner stopped by a text, no page can allow again: they text START.
 */
@RestController
@Tag(name = "Preferences")
class ChoicePages {

    static final String STYLE = "/assets/preferences.css";

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** Our own style and our own forms, in nobody's frame. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; " + "frame-ancestors 'none'";

    private static final List<OptOutWay> BY_PAGE = List.of(OptOutWay.LINK, OptOutWay.STAFF);

    private final ChoiceTokens tokens;
    private final Choices choices;
    private final AddressDigests digests;
    private final ChoicePage page = new ChoicePage();
    private final String style = Templates.read("layout/preferences.css");

    ChoicePages(ChoiceTokens tokens, Choices choices, AddressDigests digests) {
        this.tokens = tokens;
        this.choices = choices;
        this.digests = digests;
    }

    @GetMapping(SignedLinks.UNSUBSCRIBE + "{token}")
    @Operation(summary = "A page with a button that ends all mail to one address; opening it changes nothing")
    Mono<ResponseEntity<String>> askToUnsubscribe(@PathVariable String token, ServerWebExchange exchange) {
        return show(token, exchange);
    }

    @PostMapping(SignedLinks.UNSUBSCRIBE + "{token}")
    @Operation(
            summary = "End all mail to one address",
            description = "What a mailbox sends for its user by RFC 8058, without cookies or a sign-in. Doing it again "
                    + "changes nothing.")
    Mono<ResponseEntity<String>> unsubscribe(@PathVariable String token, ServerWebExchange exchange) {
        return tokens.read(token)
                .map(known -> choose(known, Channel.EMAIL, false).then(show(token, exchange)))
                .orElseGet(() -> show(token, exchange));
    }

    @GetMapping(SignedLinks.PREFERENCES + "{token}")
    @Operation(summary = "A page to choose how to be reached; opening it changes nothing")
    Mono<ResponseEntity<String>> preferences(@PathVariable String token, ServerWebExchange exchange) {
        return show(token, exchange);
    }

    @PostMapping(SignedLinks.PREFERENCES + "{token}")
    @Operation(
            summary = "Choose whether one channel is allowed",
            description = "A form of channel (EMAIL or SMS) and allowed (true or false); shows the page again.")
    Mono<ResponseEntity<String>> choose(@PathVariable String token, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> tokens.read(token)
                        .flatMap(known -> wish(known, form))
                        .map(chosen -> chosen.then(Mono.just(backTo(token))))
                        .orElseGet(() -> show(token, exchange)));
    }

    @GetMapping(path = STYLE, produces = "text/css;charset=UTF-8")
    @Hidden
    String style() {
        return style;
    }

    private Optional<Mono<Boolean>> wish(ChoiceToken token, MultiValueMap<String, String> form) {
        String allowed = String.valueOf(form.getFirst("allowed"));
        return channel(form.getFirst("channel"))
                .filter(_ -> allowed.equals("true") || allowed.equals("false"))
                .map(channel -> choose(token, channel, allowed.equals("true")));
    }

    private static Optional<Channel> channel(@Nullable String name) {
        return List.of(Channel.values()).stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }

    private Mono<Boolean> choose(ChoiceToken token, Channel channel, boolean allowed) {
        @Nullable String digest = token.on(channel);
        if (digest == null) {
            return Mono.just(false);
        }
        String stored = digests.stored(digest);
        List<String> about = List.of(token.about().toString());
        Mono<Boolean> choice = choices.choose(stored, channel, allowed, OptOutWay.LINK, about);
        return allowed
                ? choices.last(stored)
                        .filter(ChoicePages::isForThePage)
                        .flatMap(_ -> choice)
                        .defaultIfEmpty(false)
                : choice;
    }

    private static boolean isForThePage(ChoiceDocument last) {
        return last.way() != null && BY_PAGE.contains(last.way());
    }

    private static ResponseEntity<String> backTo(String token) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(SignedLinks.PREFERENCES + token))
                .build();
    }

    private Mono<ResponseEntity<String>> show(String token, ServerWebExchange exchange) {
        Language language = languageOf(exchange);
        return tokens.read(token)
                .map(known -> state(known, Channel.EMAIL)
                        .zipWith(state(known, Channel.SMS))
                        .map(states -> answer(HttpStatus.OK, page.of(language, token, states.getT1(), states.getT2()))))
                .orElseGet(() -> Mono.just(answer(HttpStatus.NOT_FOUND, page.unknown(language))));
    }

    private Mono<ChoicePage.State> state(ChoiceToken token, Channel channel) {
        @Nullable String digest = token.on(channel);
        if (digest == null) {
            return Mono.just(ChoicePage.State.ABSENT);
        }
        return choices.last(digests.stored(digest))
                .map(last -> {
                    if (!last.isStopped()) {
                        return ChoicePage.State.ALLOWED;
                    }
                    return isForThePage(last) ? ChoicePage.State.STOPPED : ChoicePage.State.LOCKED;
                })
                .defaultIfEmpty(ChoicePage.State.ALLOWED);
    }

    private static ResponseEntity<String> answer(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                // The token is in the address: it must not travel with a click.
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .body(html);
    }

    private static Language languageOf(ServerWebExchange exchange) {
        List<Locale> wanted = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
        return wanted.isEmpty() ? Language.ENGLISH : Language.closestTo(wanted.getFirst());
    }
}

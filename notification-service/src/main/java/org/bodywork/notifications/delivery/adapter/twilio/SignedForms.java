package org.bodywork.notifications.delivery.adapter.twilio;

import java.net.URI;
import java.util.stream.Stream;
import org.bodywork.notifications.PublicAddress;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads a webhook's form, if Twilio signed it. */
final class SignedForms {

    private final TwilioSignature signature;
    private final PublicAddress here;

    SignedForms(TwilioSignature signature, PublicAddress here) {
        this.signature = signature;
        this.here = here;
    }

    /** Fails with {@link ForgedWebhook} when the signature is missing or not Twilio's. */
    Mono<MultiValueMap<String, String>> read(ServerWebExchange exchange) {
        String claimed = exchange.getRequest().getHeaders().getFirst(TwilioSignature.HEADER);
        String url = here.of(pathAndQuery(exchange.getRequest().getURI()));
        return exchange.getFormData()
                .filter(form -> spellings(url).anyMatch(each -> signature.isGenuine(each, form, claimed)))
                .switchIfEmpty(Mono.error(ForgedWebhook::new));
    }

    /** Twilio writes the scheme's own port into some addresses before it signs them, and leaves it out of others. */
    private static Stream<String> spellings(String url) {
        URI given = URI.create(url);
        int own = "https".equals(given.getScheme()) ? 443 : 80;
        if (given.getPort() >= 0 && given.getPort() != own) {
            return Stream.of(url);
        }
        String rest = url.substring(
                url.indexOf(given.getRawAuthority()) + given.getRawAuthority().length());
        String bare = given.getScheme() + "://" + given.getHost();
        return Stream.of(bare + rest, bare + ":" + own + rest);
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}

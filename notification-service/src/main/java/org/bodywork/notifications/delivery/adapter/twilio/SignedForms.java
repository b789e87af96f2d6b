package org.bodywork.notifications.delivery.adapter.twilio;

import java.net.URI;
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
                .filter(form -> signature.isGenuine(url, form, claimed))
                .switchIfEmpty(Mono.error(ForgedWebhook::new));
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}

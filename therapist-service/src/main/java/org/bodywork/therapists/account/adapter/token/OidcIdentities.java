package org.bodywork.therapists.account.adapter.token;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bodywork.platform.security.ForeignIssuer;
import org.bodywork.therapists.account.application.TrustedIdentities;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** ID tokens of the configured issuers (OpenID Connect Core 1.0, section 3.1.3.7). */
@Component
final class OidcIdentities implements TrustedIdentities {

    private final Map<String, Known> byName = new LinkedHashMap<>();

    private record Known(OidcSettings.Trusted settings, ForeignIssuer issuer) {}

    OidcIdentities(OidcSettings settings, WebClient.Builder http, Clock clock) {
        for (OidcSettings.Trusted each : settings.issuers()) {
            ForeignIssuer issuer =
                    ForeignIssuer.of(http.build(), each.issuer(), each.audience(), each.jwksUri(), clock);
            byName.put(each.issuer(), new Known(each, issuer));
        }
    }

    @Override
    public Mono<EmailAddress> verifiedEmail(String idToken) {
        return Mono.justOrEmpty(issuerOf(idToken))
                .flatMap(known -> known.issuer()
                        .claims(idToken)
                        .filter(claims -> isForUs(claims, known.settings()))
                        .mapNotNull(claims -> verifiedEmail(claims, known.settings())));
    }

    /** As the token says unchecked: only to know whose keys to check it with. */
    private Optional<Known> issuerOf(String idToken) {
        try {
            return Optional.ofNullable(
                            JWTParser.parse(idToken).getJWTClaimsSet().getIssuer())
                    .map(byName::get);
        } catch (ParseException notAToken) {
            return Optional.empty();
        }
    }

    /** A token for several says in {@code azp} who asked for it. */
    private static boolean isForUs(Map<String, Object> claims, OidcSettings.Trusted settings) {
        Object askedFor = claims.get("azp");
        return askedFor == null || askedFor.equals(settings.audience());
    }

    private static @Nullable EmailAddress verifiedEmail(Map<String, Object> claims, OidcSettings.Trusted settings) {
        boolean verified = "true".equals(String.valueOf(claims.get(settings.verifiedClaim())));
        if (!verified || !(claims.get(settings.emailClaim()) instanceof String address)) {
            return null;
        }
        try {
            return new EmailAddress(address);
        } catch (InvalidValue noAddress) {
            return null;
        }
    }
}

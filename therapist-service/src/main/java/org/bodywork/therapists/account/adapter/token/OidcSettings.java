package org.bodywork.therapists.account.adapter.token;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who else signs staff in (OpenID Connect). Each is trusted with every address it says it has verified. */
@ConfigurationProperties("bodywork.oidc")
record OidcSettings(@DefaultValue List<Trusted> issuers) {

    /**
     * One issuer.
     *
     * @param issuer the {@code iss} of its tokens
     * @param audience our client id there, which {@code aud} must hold
     * @param jwksUri where it publishes its keys
     * @param emailClaim which claim holds the address
     * @param verifiedClaim which claim says that the address was verified
     */
    record Trusted(
            String issuer,
            String audience,
            URI jwksUri,
            @DefaultValue("email") String emailClaim,
            @DefaultValue("email_verified") String verifiedClaim) {}
}

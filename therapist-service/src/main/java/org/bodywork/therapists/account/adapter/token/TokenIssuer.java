package org.bodywork.therapists.account.adapter.token;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this service is reached by the others, which is also the {@code iss} of its tokens.
 *
 * @param url without a slash at its end
 */
@ConfigurationProperties("bodywork.therapist")
record TokenIssuer(@DefaultValue("http://localhost:8081") String url) {}

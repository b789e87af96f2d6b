package org.bodywork.bookings.aftercare;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where therapist-service is, and how long a page waits for it.
 *
 * @param url {@code BODYWORK_THERAPIST_URL}
 */
@ConfigurationProperties("bodywork.therapist")
record TherapistSettings(
        @DefaultValue("http://localhost:8081") URI url,
        @DefaultValue("2s") Duration patience) {}

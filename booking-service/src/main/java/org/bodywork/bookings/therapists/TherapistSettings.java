package org.bodywork.bookings.therapists;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where therapist-service is, how long a page waits for it, and for how long it is left alone once it keeps failing.
 *
 * @param profilesKept for how long at most a profile is shown again; it is asked for anew long before, without anybody waiting
 * @param url {@code BODYWORK_THERAPIST_URL}
 */
@ConfigurationProperties("bodywork.therapist")
public record TherapistSettings(
        @DefaultValue("http://localhost:8081") URI url,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("10s") Duration pause,
        @DefaultValue("1m") Duration profilesKept) {}

package org.bodywork.notifications.notification.adapter.booking;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where booking-service is.
 *
 * @param limit how long its answer is waited for
 * @param atOnce how many questions may be under way
 */
@ConfigurationProperties("bodywork.booking")
record BookingSettings(
        @DefaultValue("http://localhost:8080") URI url,
        @DefaultValue("500ms") Duration limit,
        @DefaultValue("16") int atOnce) {}

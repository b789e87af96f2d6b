package org.bodywork.bookings.appointment.domain;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How to address and reach the person who booked.
 *
 * @param phone in E.164 form
 * @param zone where the client is, when the client said so
 */
public record Client(
        String name,
        EmailAddress email,
        @Nullable String phone,
        Language language,
        @Nullable ZoneId zone) {}

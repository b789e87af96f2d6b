package org.bodywork.bookings.appointment.domain;

import org.bodywork.bookings.client.domain.SealedText;
import org.jspecify.annotations.Nullable;

/** What staff noted down when a visit was over, as only the client's key opens it. */
public record SealedOutcome(
        @Nullable SealedText painScore, @Nullable SealedText notes) {}

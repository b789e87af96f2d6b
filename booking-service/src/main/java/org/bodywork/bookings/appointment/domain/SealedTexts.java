package org.bodywork.bookings.appointment.domain;

import org.bodywork.bookings.client.domain.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * What is written on a visit that is not over, as only the client's key opens it.
 *
 * @param note what the client wrote
 * @param staffNote what staff note for each other
 * @param intake the form that the client has answered
 */
public record SealedTexts(
        @Nullable SealedText note,
        @Nullable SealedText staffNote,
        @Nullable Intake intake) {}

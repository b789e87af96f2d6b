package org.bodywork.bookings.appointment.adapter.web;

import java.util.List;
import org.bodywork.platform.web.Body;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A booking as it is sent, its shape already checked.
 *
 * @param override the rules that staff set aside, for that reason
 */
@Body("book-appointment")
record BookRequest(
        @Nullable String therapistId,
        @Nullable String treatmentId,
        @Nullable AnyFields any,
        String start,
        @Nullable String holdId,
        ClientFields client,
        ConsentFields consent,
        @Nullable String note,
        @Nullable JsonNode intake,
        @Nullable List<String> override,
        @Nullable String reason,
        @Nullable CompanionFields companion) {

    /** The same on no hold. */
    BookRequest withoutHold() {
        return new BookRequest(
                therapistId, treatmentId, any, start, null, client, consent, note, intake, override, reason, companion);
    }

    /** Whoever fits, in place of therapist and treatment. */
    record AnyFields(
            String area,
            String modality,
            int minutes,
            @Nullable String condition,
            @Nullable String gender) {}

    record ClientFields(
            String name,
            String email,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable String zone) {}

    /** Who is treated at the same time. */
    record CompanionFields(
            String name,
            String therapistId,
            String treatmentId,
            @Nullable String email,
            @Nullable JsonNode intake) {}

    record ConsentFields(boolean email, boolean sms) {}
}

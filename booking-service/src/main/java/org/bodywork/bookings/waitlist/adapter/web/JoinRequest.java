package org.bodywork.bookings.waitlist.adapter.web;

import java.util.List;
import org.bodywork.platform.web.Body;
import org.jspecify.annotations.Nullable;

/** A wish for the waitlist as it is sent, its shape already checked. */
@Body("join-waitlist")
record JoinRequest(
        @Nullable String therapistId,
        @Nullable String treatmentId,
        @Nullable AnyFields any,
        TimeFields times,
        ClientFields client,
        ConsentFields consent) {

    /** Whoever fits, in place of therapist and treatment. */
    record AnyFields(
            String area,
            String modality,
            int minutes,
            @Nullable String gender) {}

    /** When it would suit; what is left out does not matter. */
    record TimeFields(
            @Nullable List<String> days,
            @Nullable String from,
            @Nullable String to,
            @Nullable String firstDate,
            @Nullable String lastDate,
            @Nullable Integer noticeMinutes) {}

    record ClientFields(
            String name,
            String email,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable String zone) {}

    record ConsentFields(boolean email, boolean sms) {}
}

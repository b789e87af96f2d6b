package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.platform.web.Body;
import org.jspecify.annotations.Nullable;

/** What staff note on a visit for each other; kept encrypted and sent to nobody. A blank text clears it. */
@Body("note-for-staff")
record StaffNote(String text) {

    @Nullable String noted() {
        return text.isBlank() ? null : text.strip();
    }
}

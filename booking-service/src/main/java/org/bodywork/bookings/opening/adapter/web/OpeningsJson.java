package org.bodywork.bookings.opening.adapter.web;

import java.util.List;
import org.bodywork.bookings.opening.application.OpeningsText;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes openings as the API answers them. */
@Component
final class OpeningsJson implements OpeningsText {

    @Override
    public byte[] of(OpenDays days) {
        return OpeningsWriter.write(days);
    }

    @Override
    public byte[] of(List<Item> items, @Nullable TherapistId next) {
        return AreaOpeningsView.text(items, next);
    }
}

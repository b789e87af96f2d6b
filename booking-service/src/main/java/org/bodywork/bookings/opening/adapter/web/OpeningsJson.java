package org.bodywork.bookings.opening.adapter.web;

import java.util.List;
import org.bodywork.bookings.opening.application.OpeningsText;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes openings as the API answers them. */
@Component
final class OpeningsJson implements OpeningsText {

    private final JsonMapper json;

    OpeningsJson(JsonMapper json) {
        this.json = json;
    }

    @Override
    public byte[] of(OpenDays days) {
        return json.writeValueAsBytes(OpeningsView.of(days));
    }

    @Override
    public byte[] of(List<Item> items, @Nullable TherapistId next) {
        return AreaOpeningsView.text(items, next);
    }
}

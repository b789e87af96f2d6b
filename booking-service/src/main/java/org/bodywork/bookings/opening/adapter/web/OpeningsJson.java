package org.bodywork.bookings.opening.adapter.web;

import org.bodywork.bookings.opening.application.OpeningsText;
import org.bodywork.bookings.opening.domain.OpenDays;
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
}

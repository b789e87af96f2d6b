package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.bodywork.platform.web.Body;
import tools.jackson.databind.JsonNode;

/** Answers to the form, of which the form itself says what they look like. */
@Body(IntakeForm.SCHEMA)
record IntakeAnswers(JsonNode answers) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    IntakeAnswers {}

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "answers";
    }
}

package org.bodywork.bookings.appointment.adapter.web;

import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** What a page's form sends: every field at most once, and perhaps not at all. */
final class FormFields {

    private FormFields() {}

    /** Without the blanks around it; empty where there is none. */
    static String line(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("").strip();
    }
}

package org.bodywork.bookings.site;

import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** What a page's form sends: every field at most once, and perhaps not at all. */
public final class FormFields {

    private FormFields() {}

    /** Without the blanks around it; empty where there is none. */
    public static String line(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("").strip();
    }
}

package org.bodywork.bookings.diary;

import java.util.UUID;
import java.util.regex.Pattern;
import org.bodywork.bookings.site.FormFields;
import org.springframework.util.MultiValueMap;

/** By which a form that is sent twice is recognised. */
final class Keys {

    static final String FIELD = "key";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{16,64}");

    private Keys() {}

    static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** That of the form; a form without one is like no other. */
    static String shown(MultiValueMap<String, String> form) {
        String key = FormFields.line(form, FIELD);
        return SHAPE.matcher(key).matches() ? key : fresh();
    }
}

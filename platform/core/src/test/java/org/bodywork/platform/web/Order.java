package org.bodywork.platform.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Body("order")
record Order(
        String item,
        @Nullable String note,
        int count,
        OffsetDateTime at,
        @Nullable Contact contact,
        @Nullable List<Tag> tags,
        @Nullable Double ratio) {

    record Contact(String email) {}

    enum Tag {
        red,
        green
    }
}

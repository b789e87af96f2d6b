package org.bodywork.notifications.staff;

import java.util.List;
import java.util.Locale;
import org.bodywork.notifications.notification.domain.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A staff account as stored. */
record MemberDocument(
        @Id String id,
        List<String> roles,
        @Nullable String practiceId,
        @Nullable String therapistId,
        String locale,
        String email) {

    static final String COLLECTION = "staff";

    Member asMember() {
        return new Member(id, email, Locale.forLanguageTag(locale));
    }
}

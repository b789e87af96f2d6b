package org.bodywork.notifications.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A practice as stored. */
record PracticeDocument(
        @Id String id,
        String name,
        @Nullable String phone,
        @Nullable String replyTo,
        List<LocationDocument> locations) {

    static final String COLLECTION = "practices";

    @Nullable String addressOf(String location) {
        return locations.stream()
                .filter(each -> each.id().equals(location))
                .map(LocationDocument::address)
                .findFirst()
                .orElse(null);
    }
}

package org.bodywork.notifications.directory;

import java.util.List;
import java.util.Optional;
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

    Optional<LocationDocument> location(String id) {
        return locations.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}

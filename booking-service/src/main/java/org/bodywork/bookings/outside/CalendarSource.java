package org.bodywork.bookings.outside;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where outside calendars come from. */
interface CalendarSource {

    /**
     * The calendar behind a URL. Fails with {@link FetchFailure} and nothing else.
     *
     * @param seen what is known of it; nothing when it is wanted whatever is known
     */
    Mono<Fetched> fetch(URI url, Tag seen);

    /** What a server said its answer can be recognised by. */
    record Tag(@Nullable String etag, @Nullable String lastModified) {

        static final Tag NONE = new Tag(null, null);
    }

    /** An answer. */
    sealed interface Fetched {}

    /** It is as it was. */
    record Unchanged() implements Fetched {}

    /** It is this now. */
    record Text(String text, Tag tag) implements Fetched {}
}

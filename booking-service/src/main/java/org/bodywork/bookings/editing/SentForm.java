package org.bodywork.bookings.editing;

import java.util.Collection;
import org.bodywork.bookings.editing.ListingCalls.Outcome;
import org.bodywork.bookings.opening.domain.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** A form about a listing as somebody has sent it; it keeps what was typed, whatever comes of it. */
interface SentForm {

    Editing editing();

    /** The listing as it would be. */
    ChangedListing.Read over(Listing listing);

    /**
     * Sends it to therapist-service.
     *
     * @param accepted visits its sender knows that it touches
     */
    Mono<Outcome> send(Collection<String> accepted);

    /** Its page again. */
    Mono<ResponseEntity<String>> draw(Said said, HttpStatus status);

    /** Its page again, now about what somebody else has saved meanwhile. */
    Mono<ResponseEntity<String>> drawAnew();

    /** To the page that says it is saved. */
    ResponseEntity<String> onward();
}

package org.bodywork.bookings.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A therapist decides who may fetch their calendar, by handing on its address. */
@RestController
@RequestMapping("/api/calendar-feed")
@Tag(name = "Calendars")
class FeedController {

    private final Feeds feeds;
    private final ManageLinks links;

    FeedController(Feeds feeds, ManageLinks links) {
        this.feeds = feeds;
        this.links = links;
    }

    @GetMapping
    @Operation(summary = "The address of one's own calendar; 404 while there is none")
    Mono<FeedView> show(@Parameter(hidden = true) Caller caller) {
        TherapistId own = Colleagues.therapistOf(caller);
        return feeds.of(own).map(feed -> view(own, feed));
    }

    @PostMapping
    @Operation(summary = "A fresh address; the one before opens nothing any more")
    Mono<ResponseEntity<FeedView>> renew(@Parameter(hidden = true) Caller caller) {
        TherapistId own = Colleagues.therapistOf(caller);
        return feeds.renew(own)
                .map(feed -> ResponseEntity.status(HttpStatus.CREATED).body(view(own, feed)));
    }

    @DeleteMapping
    @Operation(summary = "Take the address back: nobody can fetch the calendar any more")
    Mono<ResponseEntity<Void>> close(@Parameter(hidden = true) Caller caller) {
        return feeds.close(Colleagues.therapistOf(caller))
                .thenReturn(ResponseEntity.noContent().build());
    }

    private FeedView view(TherapistId therapist, Feed feed) {
        return new FeedView(links.calendarUrlOf(therapist, feed.version()), feed.since());
    }

    /**
     * Where a calendar is to be fetched.
     *
     * @param since when it was given that address
     */
    record FeedView(String url, Instant since) {}
}

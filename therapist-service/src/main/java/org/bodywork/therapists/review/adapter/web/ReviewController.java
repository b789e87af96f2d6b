package org.bodywork.therapists.review.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.ClientAddress;
import org.bodywork.platform.web.Paging;
import org.bodywork.platform.web.PublicAnswer;
import org.bodywork.therapists.review.application.ReportReview;
import org.bodywork.therapists.review.application.ShowReviews;
import org.bodywork.therapists.review.application.WriteReview;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reviews as anybody reads, writes and reports them. */
@RestController
@Tag(name = "Reviews")
class ReviewController {

    /** A hidden one is gone at once: who kept an answer asks whether it still holds. */
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();

    private final WriteReview writing;
    private final ShowReviews showing;
    private final ReportReview reporting;

    ReviewController(WriteReview writing, ShowReviews showing, ReportReview reporting) {
        this.writing = writing;
        this.showing = showing;
        this.reporting = reporting;
    }

    @Body("write-review")
    record Written(String token, int rating, String text) {}

    @Body("report-review")
    record Reported(String reason) {}

    @PostMapping("/api/reviews")
    @Operation(summary = "Review a visit that took place, with the token that came after it")
    @ApiResponse(responseCode = "201", description = "Written; it counts within a moment")
    @ApiResponse(responseCode = "404", description = "No visit that took place has this token")
    @ApiResponse(responseCode = "409", description = "review-token-used: this visit has its review")
    @ApiResponse(responseCode = "410", description = "review-token-expired: the visit was over ninety days ago")
    Mono<ResponseEntity<ReviewView>> write(@RequestBody Written written) {
        String text = ReviewText.of(written.text(), "/text");
        return writing.write(written.token(), written.rating(), text)
                .map(review -> ResponseEntity.created(URI.create("/api/therapists/" + review.therapist() + "/reviews"))
                        .body(ReviewView.of(review)));
    }

    @GetMapping("/api/therapists/{idOrSlug}/reviews")
    @Operation(summary = "A therapist's reviews, the newest first")
    Mono<ResponseEntity<ReviewsView>> list(@PathVariable String idOrSlug, Paging paging) {
        return showing.of(idOrSlug, paging.offset(), paging.size())
                .map(part -> PublicAnswer.of(ReviewsView.of(part, paging), ASK_AGAIN));
    }

    @PostMapping("/api/reviews/{id}/report")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Tell those who run the directory that a review should not be there")
    Mono<Void> report(@PathVariable String id, @RequestBody Reported reported, ServerWebExchange exchange) {
        String reporter = Digests.sha256Hex(ClientAddress.of(exchange).getHostAddress());
        return reporting.report(PathReview.of(id), reporter, ReviewText.of(reported.reason(), "/reason"));
    }
}

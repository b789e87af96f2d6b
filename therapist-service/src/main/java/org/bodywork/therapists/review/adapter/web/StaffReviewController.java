package org.bodywork.therapists.review.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.Paging;
import org.bodywork.platform.web.SeenVersion;
import org.bodywork.therapists.Editors;
import org.bodywork.therapists.review.application.AnswerReview;
import org.bodywork.therapists.review.application.HideReview;
import org.bodywork.therapists.review.application.ShowReviews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What staff do about reviews: therapists and managers answer their own, operators hide what should not be there. */
@RestController
@RequestMapping("/api/reviews")
@Tag(name = "Reviews, for staff")
class StaffReviewController {

    private final AnswerReview answering;
    private final HideReview hiding;
    private final ShowReviews showing;

    StaffReviewController(AnswerReview answering, HideReview hiding, ShowReviews showing) {
        this.answering = answering;
        this.hiding = hiding;
        this.showing = showing;
    }

    @Body("answer-review")
    record Answered(String text) {}

    @Body("hide-review")
    record Hidden(String reason) {}

    @PostMapping("/{id}/answer")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Answer a review for all to read")
    Mono<ReviewView> answer(
            @PathVariable String id, @RequestBody Answered answered, @Parameter(hidden = true) Caller caller) {
        return answering
                .answer(
                        PathReview.of(id),
                        Editors.of(caller),
                        caller.subject(),
                        ReviewText.of(answered.text(), "/text"))
                .map(ReviewView::of);
    }

    @PutMapping("/{id}/answer")
    @Operation(summary = "Replace the answer; If-Match takes the version of the review, in quotes")
    Mono<ReviewView> replaceAnswer(
            @PathVariable String id,
            @RequestBody Answered answered,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Caller caller) {
        return answering
                .replace(
                        PathReview.of(id),
                        Editors.of(caller),
                        caller.subject(),
                        ReviewText.of(answered.text(), "/text"),
                        SeenVersion.of(ifMatch))
                .map(ReviewView::of);
    }

    @PostMapping("/{id}/hide")
    @Operation(summary = "Take a review out of sight and out of the rating, with a reason")
    Mono<HiddenView> hide(
            @PathVariable String id, @RequestBody Hidden hidden, @Parameter(hidden = true) Caller caller) {
        String reason = ReviewText.of(hidden.reason(), "/reason");
        return hiding.hide(PathReview.of(id), caller.subject(), reason)
                .map(review -> new HiddenView(review.id().toString(), review.isHidden(), review.version()));
    }

    @GetMapping("/reports")
    @Operation(summary = "What people think should not be there, the newest first")
    Mono<ReportsView> reports(Paging paging) {
        return showing.reported(paging.offset(), paging.size())
                .map(part -> new ReportsView(
                        part.total(),
                        paging.page(),
                        paging.size(),
                        part.items().stream().map(ReportView::of).toList()));
    }

    record HiddenView(String id, boolean hidden, long version) {}

    record ReportsView(int total, int page, int size, List<ReportView> items) {}

    /** A report with the review it is about, which may be hidden by now. */
    record ReportView(String reason, Instant at, boolean hidden, ReviewView review) {

        static ReportView of(ShowReviews.Reported reported) {
            return new ReportView(
                    reported.report().reason(),
                    reported.report().at(),
                    reported.review().isHidden(),
                    ReviewView.of(reported.review()));
        }
    }
}

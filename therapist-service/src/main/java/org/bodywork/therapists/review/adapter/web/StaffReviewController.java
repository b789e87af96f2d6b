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
import org.bodywork.therapists.review.application.JudgeReview;
import org.bodywork.therapists.review.application.ShowReviews;
import org.bodywork.therapists.review.domain.Review;
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
    private final JudgeReview judging;
    private final ShowReviews showing;

    StaffReviewController(AnswerReview answering, JudgeReview judging, ShowReviews showing) {
        this.answering = answering;
        this.judging = judging;
        this.showing = showing;
    }

    @Body("answer-review")
    record Answered(String text) {}

    @Body("judge-review")
    record Judged(String reason) {}

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
    Mono<JudgedView> hide(
            @PathVariable String id, @RequestBody Judged judged, @Parameter(hidden = true) Caller caller) {
        return judging.hide(PathReview.of(id), caller.subject(), ReviewText.of(judged.reason(), "/reason"))
                .map(JudgedView::of);
    }

    @PostMapping("/{id}/show")
    @Operation(summary = "Let a hidden review be seen and count again, with a reason")
    Mono<JudgedView> show(
            @PathVariable String id, @RequestBody Judged judged, @Parameter(hidden = true) Caller caller) {
        return judging.show(PathReview.of(id), caller.subject(), ReviewText.of(judged.reason(), "/reason"))
                .map(JudgedView::of);
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

    record JudgedView(String id, boolean hidden, long version) {

        static JudgedView of(Review review) {
            return new JudgedView(review.id().toString(), review.isHidden(), review.version());
        }
    }

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

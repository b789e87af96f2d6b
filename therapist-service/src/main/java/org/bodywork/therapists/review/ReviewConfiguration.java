package org.bodywork.therapists.review;

import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.Ratings;
import org.bodywork.therapists.listing.application.ShowListing;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.review.application.AnswerReview;
import org.bodywork.therapists.review.application.CompletedVisits;
import org.bodywork.therapists.review.application.CountReview;
import org.bodywork.therapists.review.application.InventReview;
import org.bodywork.therapists.review.application.JudgeReview;
import org.bodywork.therapists.review.application.ReportReview;
import org.bodywork.therapists.review.application.Reports;
import org.bodywork.therapists.review.application.Reviews;
import org.bodywork.therapists.review.application.ShowReviews;
import org.bodywork.therapists.review.application.WriteReview;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    @Bean
    WriteReview writeReview(CompletedVisits visits, Reviews reviews, BusinessClock clock) {
        return new WriteReview(visits, reviews, clock);
    }

    @Bean
    InventReview inventReview(ShowListing listing, Reviews reviews, BusinessClock clock) {
        return new InventReview(listing, reviews, clock);
    }

    @Bean
    ShowReviews showReviews(ShowListing listing, Reviews reviews, Reports reports) {
        return new ShowReviews(listing, reviews, reports);
    }

    @Bean
    AnswerReview answerReview(Reviews reviews, Therapists therapists, BusinessClock clock) {
        return new AnswerReview(reviews, therapists, clock);
    }

    @Bean
    JudgeReview judgeReview(Reviews reviews, BusinessClock clock) {
        return new JudgeReview(reviews, clock);
    }

    @Bean
    ReportReview reportReview(Reviews reviews, Reports reports, BusinessClock clock) {
        return new ReportReview(reviews, reports, clock);
    }

    @Bean
    CountReview countReview(Reviews reviews, Ratings ratings) {
        return new CountReview(reviews, ratings);
    }
}

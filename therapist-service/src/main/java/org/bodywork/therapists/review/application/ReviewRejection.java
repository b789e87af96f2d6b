package org.bodywork.therapists.review.application;

import java.time.Duration;

/** Why something asked about reviews is not done. None of them is a bug, and none says what was written. */
public abstract sealed class ReviewRejection extends RuntimeException {

    private ReviewRejection(String message) {
        super(message, null, false, false);
    }

    /** No visit that took place has this token. */
    public static final class UnknownToken extends ReviewRejection {
        UnknownToken() {
            super("no completed visit has this token");
        }
    }

    /** Nothing is invented about a real therapist. */
    public static final class NotADemo extends ReviewRejection {
        NotADemo() {
            super("the therapist is not invented");
        }
    }

    /** The visit has its review. */
    public static final class TokenUsed extends ReviewRejection {
        TokenUsed() {
            super("this visit is reviewed already");
        }
    }

    /** The visit was too long ago. */
    public static final class TokenTooOld extends ReviewRejection {
        TokenTooOld() {
            super("this visit was too long ago");
        }
    }

    /** There is none, or not for whoever asks. */
    public static final class UnknownReview extends ReviewRejection {
        UnknownReview() {
            super("no such review");
        }
    }

    /** It has an answer, which can be replaced but not given again. */
    public static final class AnsweredBefore extends ReviewRejection {
        AnsweredBefore() {
            super("this review is answered already");
        }
    }

    /** It is hidden, or shown, already, and not by whoever asks for that. */
    public static final class DecidedBefore extends ReviewRejection {

        private final boolean hidden;

        DecidedBefore(boolean hidden) {
            super("this review is %s already".formatted(hidden ? "hidden" : "shown"));
            this.hidden = hidden;
        }

        public boolean isHidden() {
            return hidden;
        }
    }

    /** Somebody else changed it since it was read. */
    public static final class Outdated extends ReviewRejection {
        Outdated() {
            super("the review was changed meanwhile");
        }
    }

    /** This reporter has reported enough for a day. */
    public static final class TooManyReports extends ReviewRejection {

        private final Duration retryAfter;

        public TooManyReports(Duration retryAfter) {
            super("too many reports");
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}

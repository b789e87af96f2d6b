package org.bodywork.bookings.plan.domain;

/** Why something asked of a plan, or of a score, is not done. None of them is a bug, and none names a person. */
public abstract sealed class PlanRefusal extends RuntimeException {

    private PlanRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none, or not for whoever asks. */
    public static final class NoSuchPlan extends PlanRefusal {
        public NoSuchPlan() {
            super("no such plan");
        }
    }

    /** The client has an open plan with this therapist. */
    public static final class HasOne extends PlanRefusal {
        public HasOne() {
            super("there is an open plan");
        }
    }

    /** It has ended. */
    public static final class NotOpen extends PlanRefusal {

        private final PlanStatus status;

        public NotOpen(PlanStatus status) {
            super("the plan has ended");
            this.status = status;
        }

        public PlanStatus status() {
            return status;
        }
    }

    /** Somebody has decided, or changed it, since it was read. */
    public static final class ChangedSince extends PlanRefusal {

        private final long version;

        public ChangedSince(long version) {
            super("the plan was changed meanwhile");
            this.version = version;
        }

        /** Which it has now. */
        public long version() {
            return version;
        }
    }

    /** Nothing is asked with that secret. */
    public static final class NoSuchScore extends PlanRefusal {
        public NoSuchScore() {
            super("no such score");
        }
    }

    /** It was asked for so long only. */
    public static final class ScoreClosed extends PlanRefusal {
        public ScoreClosed() {
            super("not asked any more");
        }
    }

    /** It was answered, with something else. */
    public static final class ScoreGiven extends PlanRefusal {
        public ScoreGiven() {
            super("answered already");
        }
    }
}

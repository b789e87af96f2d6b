package org.bodywork.bookings.series.domain;

/** Why something asked of a series is not done. */
public abstract sealed class SeriesRefusal extends RuntimeException {

    private SeriesRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none, or not for whoever asks. */
    public static final class NoSuchSeries extends SeriesRefusal {
        public NoSuchSeries() {
            super("no such series");
        }
    }

    /** The first date lies in the past. */
    public static final class FirstHasPassed extends SeriesRefusal {
        public FirstHasPassed() {
            super("the first date has passed");
        }
    }

    /** The step it stands at does not allow it. */
    public static final class StepForbids extends SeriesRefusal {

        private final Series.Step step;

        public StepForbids(Series.Step step) {
            super("not at step " + step);
            this.step = step;
        }

        public Series.Step step() {
            return step;
        }
    }

    /** What is to be booked is nothing, or not among the times kept for it. */
    public static final class NotOnOffer extends SeriesRefusal {
        public NotOnOffer() {
            super("not among the times kept");
        }
    }

    /** No visit of it that is still to come is on that date, or after it. */
    public static final class NoSuchVisit extends SeriesRefusal {
        public NoSuchVisit() {
            super("no such visit");
        }
    }
}

package org.bodywork.therapists.schedule.application;

import java.time.ZoneId;
import java.util.List;
import org.bodywork.therapists.schedule.domain.BookedVisit;

/** Why a schedule stays as it is. */
public abstract sealed class ScheduleRejection extends RuntimeException {

    private ScheduleRejection(String message) {
        super(message, null, false, false);
    }

    public static final class UnknownTimeOff extends ScheduleRejection {
        public UnknownTimeOff() {
            super("no such time off");
        }
    }

    /** Visits are booked where there would be no hours any more, and not all of them were accepted. */
    public static final class VisitsAffected extends ScheduleRejection {
        private final transient List<BookedVisit> visits;
        private final ZoneId zone;

        VisitsAffected(List<BookedVisit> visits, ZoneId zone) {
            super("visits are booked there");
            this.visits = visits;
            this.zone = zone;
        }

        public List<BookedVisit> visits() {
            return visits;
        }

        public ZoneId zone() {
            return zone;
        }
    }
}

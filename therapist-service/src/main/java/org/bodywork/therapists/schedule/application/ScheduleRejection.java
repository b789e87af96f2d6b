package org.bodywork.therapists.schedule.application;

import java.time.ZoneId;
import java.util.List;
import org.bodywork.therapists.schedule.domain.BookedVisit;

/** Why a schedule stays as it is. */
public abstract sealed class ScheduleRejection extends RuntimeException {

    private ScheduleRejection(String message) {
        super(message, null, false, false);
    }

    /** There is no such therapist whose schedule this member of staff may keep. */
    public static final class UnknownTherapist extends ScheduleRejection {
        public UnknownTherapist() {
            super("no such therapist");
        }
    }

    public static final class UnknownTimeOff extends ScheduleRejection {
        public UnknownTimeOff() {
            super("no such time off");
        }
    }

    /** Somebody else changed the listing since it was read. */
    public static final class Outdated extends ScheduleRejection {
        Outdated() {
            super("the schedule was changed meanwhile");
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

package org.bodywork.notifications.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** When a message goes, seen from the visit. */
public sealed interface Timing {

    Instant dueFor(Visit visit);

    /** Names the timing for good: two that mean the same have the same name. */
    String key();

    /** As soon as it has happened. */
    record AtOnce() implements Timing {

        @Override
        public Instant dueFor(Visit visit) {
            throw new IllegalStateException("due when it happens, whatever the visit");
        }

        @Override
        public String key() {
            return "";
        }
    }

    /** So much elapsed time before the start. */
    record BeforeStart(Duration time) implements Timing {

        private static final Duration A_DAY = Duration.ofHours(24);

        @Override
        public Instant dueFor(Visit visit) {
            return visit.start().minus(time);
        }

        /** A day before is what there was at first, and is named as it was then: nobody is reminded of it twice. */
        @Override
        public String key() {
            return time.equals(A_DAY) ? "" : "-" + time;
        }
    }

    /** At a time on the wall clock at the visit's place, so many days before the day of the visit. */
    record DaysBefore(int days, LocalTime at) implements Timing {

        @Override
        public Instant dueFor(Visit visit) {
            return visit.localStart()
                    .toLocalDate()
                    .minusDays(days)
                    .atTime(at)
                    .atZone(visit.zone())
                    .toInstant();
        }

        @Override
        public String key() {
            return "-%dd@%s".formatted(days, at);
        }
    }

    /** So much elapsed time after the end. */
    record AfterEnd(Duration time) implements Timing {

        @Override
        public Instant dueFor(Visit visit) {
            return visit.end().plus(time);
        }

        @Override
        public String key() {
            return "+" + time;
        }
    }
}

package org.bodywork.therapists.listing.domain;

import java.time.Duration;
import java.time.LocalTime;

/** When a message goes, seen from the visit. Each says with {@link InvalidValue} why it is not possible. */
public sealed interface MessageTime {

    int MOST_DAYS = 60;

    String TOO_MUCH = "is more than " + MOST_DAYS + " days";

    MessageKind.Moment moment();

    /** Without a time of its own. */
    record AsItHappens() implements MessageTime {

        @Override
        public MessageKind.Moment moment() {
            return MessageKind.Moment.AS_IT_HAPPENS;
        }
    }

    /** So much elapsed time before the start. */
    record BeforeStart(Duration time) implements MessageTime {

        public BeforeStart {
            requireLength(time, "sends after the visit has begun");
        }

        @Override
        public MessageKind.Moment moment() {
            return MessageKind.Moment.BEFORE_THE_VISIT;
        }
    }

    /** At a time on the wall clock at the visit's place, so many days before the day of the visit. */
    record DaysBefore(int days, LocalTime at) implements MessageTime {

        /** Nobody is written to at night: 47 CFR 64.1200(c)(1) names the hours at the called party's place. */
        private static final LocalTime MORNING = LocalTime.of(8, 0);

        private static final LocalTime NIGHT = LocalTime.of(21, 0);

        public DaysBefore {
            requireDays(days);
            requireByDay(at);
        }

        public static int requireDays(int days) {
            if (days < 1) {
                throw new InvalidValue("sends on the day of the visit or after it");
            }
            if (days > MOST_DAYS) {
                throw new InvalidValue(TOO_MUCH);
            }
            return days;
        }

        public static LocalTime requireByDay(LocalTime at) {
            if (at.isBefore(MORNING) || !at.isBefore(NIGHT)) {
                throw new InvalidValue("lies between 21:00 and 08:00, when nobody is written to");
            }
            if (!GridTime.holds(at)) {
                throw new InvalidValue("must be a multiple of 5 minutes");
            }
            return at;
        }

        @Override
        public MessageKind.Moment moment() {
            return MessageKind.Moment.BEFORE_THE_VISIT;
        }
    }

    /** So much elapsed time after the end. */
    record AfterEnd(Duration time) implements MessageTime {

        public AfterEnd {
            requireLength(time, "sends before the visit has ended");
        }

        @Override
        public MessageKind.Moment moment() {
            return MessageKind.Moment.AFTER_THE_VISIT;
        }
    }

    private static void requireLength(Duration time, String tooEarly) {
        if (!time.isPositive()) {
            throw new InvalidValue(tooEarly);
        }
        if (time.compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            throw new InvalidValue(TOO_MUCH);
        }
        if (!time.equals(Duration.ofMinutes(time.toMinutes()))) {
            throw new InvalidValue("must be whole minutes");
        }
    }
}

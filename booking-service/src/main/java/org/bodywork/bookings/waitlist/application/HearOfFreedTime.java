package org.bodywork.bookings.waitlist.application;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.GivenUpTimes;
import org.bodywork.bookings.appointment.domain.GivenUp;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.FreedTime.Stage;
import org.bodywork.bookings.waitlist.domain.FreedTimeId;
import reactor.core.publisher.Mono;

/** Makes a freed time of what was given up: due at once, and once however often it is told. */
public final class HearOfFreedTime implements GivenUpTimes {

    private final FreedTimes times;
    private final Runnable nudge;

    /** Lets due work be looked at by that when there is one. */
    public HearOfFreedTime(FreedTimes times, Runnable nudge) {
        this.times = times;
        this.nudge = nudge;
    }

    @Override
    public Mono<Void> heard(GivenUp time) {
        return times.add(freed(time)).doOnSuccess(_ -> nudge.run());
    }

    private static FreedTime freed(GivenUp time) {
        return new FreedTime(
                new FreedTimeId(UUID.nameUUIDFromBytes(time.id().getBytes(StandardCharsets.UTF_8))),
                1,
                time.therapist(),
                time.practice(),
                time.location(),
                time.zone(),
                time.start(),
                time.end(),
                time.at(),
                Stage.OPEN,
                0,
                List.of(),
                time.at(),
                null);
    }
}

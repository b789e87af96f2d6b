package org.bodywork.bookings.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.bodywork.bookings.site.SiteLanguage;
import org.jspecify.annotations.Nullable;

/**
 * One request as the list shows it; nothing of what the client answered.
 *
 * @param wanted the time that a confirmed visit is to be moved to; null for a new visit
 * @param left how long it can still be answered
 * @param toRead whether answers of the client are to be read first
 */
record RequestRow(
        String id,
        String client,
        String when,
        @Nullable String wanted,
        String treatment,
        String therapist,
        Left left,
        String until,
        boolean toRead) {

    static RequestRow of(Appointment visit, SiteLanguage language, Instant now) {
        Part part = visit.state().visit().part();
        Wanted wanted = visit.state().wanted();
        ZonedDateTime until = Optional.ofNullable(visit.answerDueBy())
                .orElse(now)
                .atZone(visit.state().visit().zone());
        return new RequestRow(
                visit.id().toString(),
                visit.state().client().name(),
                language.time(visit.state().visit().zonedStart()),
                wanted == null ? null : language.time(wanted.visit().zonedStart()),
                part.treatment().name(),
                part.therapistName(),
                Left.between(now, until.toInstant()),
                language.time(until),
                visit.state().reviewNeeded());
    }

    /**
     * Time that is left, rounded down.
     *
     * @param words the key of the sentence it is told in
     * @param soon whether it is less than an hour
     */
    record Left(String words, long more, long less, boolean soon) {

        static Left between(Instant now, Instant end) {
            Duration left = Duration.between(now, end);
            if (left.toDays() >= 1) {
                return new Left("inbox.left.days", left.toDays(), left.toHoursPart(), false);
            }
            return left.toHours() >= 1
                    ? new Left("inbox.left.hours", left.toHours(), left.toMinutesPart(), false)
                    : new Left("inbox.left.minutes", Math.max(left.toMinutes(), 0), 0, true);
        }
    }
}

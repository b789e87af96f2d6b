package org.bodywork.therapists.schedule.adapter.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bodywork.therapists.form.Faults;
import org.bodywork.therapists.listing.domain.Repeats;
import org.bodywork.therapists.listing.domain.TimeOff;
import org.bodywork.therapists.listing.domain.TimeOffId;
import org.bodywork.therapists.listing.domain.WallClock;
import org.bodywork.therapists.schedule.adapter.web.ScheduleRequest.TimeOffFields;
import org.jspecify.annotations.Nullable;

/** Reads time off, whose times mean the wall clock of one zone, and names every field that is wrong. */
final class TimeOffForm {

    private static final Pattern WITH_OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");

    private final ZoneId zone;
    private final Faults faults;

    TimeOffForm(ZoneId zone, Faults faults) {
        this.zone = zone;
        this.faults = faults;
    }

    /** None when a fault was found; the pointer is that of the object the fields lie in. */
    @Nullable TimeOff read(String pointer, TimeOffFields fields) {
        Repeats repeats = Objects.requireNonNullElse(fields.repeats(), Repeats.NEVER);
        LocalDateTime from = time(pointer + "/from", fields.from());
        LocalDateTime to = time(pointer + "/to", fields.to());
        LocalDate until = fields.until() == null ? null : LocalDate.parse(fields.until());
        if (from == null || to == null) {
            return null;
        }
        boolean inOrder = isInOrder(pointer, from, to, repeats);
        boolean reached = isReached(pointer, from, until, repeats);
        if (!inOrder || !reached) {
            return null;
        }
        UUID id = fields.id() == null ? UUID.randomUUID() : UUID.fromString(fields.id());
        return new TimeOff(new TimeOffId(id), from, to, repeats, until);
    }

    private boolean isInOrder(String pointer, LocalDateTime from, LocalDateTime to, Repeats repeats) {
        if (!from.isBefore(to)) {
            faults.add(pointer + "/to", "Must be later than from.");
            return false;
        }
        if (to.isAfter(from.plusDays(repeats.mostDays()))) {
            faults.add(
                    pointer + "/to",
                    "Must be at most %d days after from, before it comes again.".formatted(repeats.mostDays()));
            return false;
        }
        return true;
    }

    private boolean isReached(String pointer, LocalDateTime from, @Nullable LocalDate until, Repeats repeats) {
        if (until != null && repeats == Repeats.NEVER) {
            faults.add(pointer + "/until", "Is only for time off that comes again.");
            return false;
        }
        if (until != null && until.isBefore(from.toLocalDate())) {
            faults.add(pointer + "/until", "Must not be before from.");
            return false;
        }
        return true;
    }

    private @Nullable LocalDateTime time(String pointer, String text) {
        try {
            return WITH_OFFSET.matcher(text).matches()
                    ? ofMoment(pointer, OffsetDateTime.parse(text))
                    : ofWallClock(pointer, LocalDateTime.parse(text));
        } catch (DateTimeException noSuchTime) {
            faults.add(pointer, "There is no such date or time.");
            return null;
        }
    }

    private @Nullable LocalDateTime ofWallClock(String pointer, LocalDateTime time) {
        if (WallClock.skips(time, zone)) {
            faults.add(pointer, "The clocks skip this time when they are put forward.");
            return null;
        }
        return time;
    }

    private @Nullable LocalDateTime ofMoment(String pointer, OffsetDateTime moment) {
        LocalDateTime time = moment.atZoneSameInstant(zone).toLocalDateTime();
        if (!WallClock.firstMoment(time, zone).equals(moment.toInstant())) {
            faults.add(pointer, "The clocks show this time twice, and only the first can be meant here.");
            return null;
        }
        return time;
    }
}

package org.bodywork.bookings.icalendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.Consumer;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/** When something comes again, on its own wall clock. */
final class Recurrence {

    /** What comes several times a day is no appointment, and costs without end to follow. */
    private static final Set<Freq> TOO_OFTEN = Set.of(Freq.HOURLY, Freq.MINUTELY, Freq.SECONDLY);

    private final RecurrenceRule rule;
    private final @Nullable DateTime lastStart;
    private final LocalDateTime first;
    private final WallTime clock;
    private final Budget budget;

    /** @throws DateTimeException when it is no rule that can be followed */
    Recurrence(String rule, LocalDateTime first, WallTime clock, Budget budget) {
        try {
            this.rule = new RecurrenceRule(rule, RfcMode.RFC2445_LAX);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw new DateTimeException("no rule of recurrence", e);
        }
        if (TOO_OFTEN.contains(this.rule.getFreq())) {
            throw new DateTimeException("recurs within a day");
        }
        // Taken out, since the library wants it in the same form as the first start, and calendars do not care.
        this.lastStart = this.rule.getUntil();
        if (lastStart != null) {
            this.rule.setUntil(null);
        }
        this.first = first;
        this.clock = clock;
        this.budget = budget;
    }

    /**
     * Every start after {@code from}, and a few before, up to {@code until}; in order.
     *
     * @throws DateTimeException when the rule never comes true
     */
    void forEach(LocalDateTime from, LocalDateTime until, Consumer<LocalDateTime> action) {
        try {
            follow(from, until, action);
        } catch (IllegalArgumentException e) {
            // So the library says that it has looked for long enough.
            throw new DateTimeException("never comes again", e);
        }
    }

    private void follow(LocalDateTime from, LocalDateTime until, Consumer<LocalDateTime> action) {
        RecurrenceRuleIterator starts = rule.iterator(floating(first));
        if (rule.getCount() == null && from.isAfter(first)) {
            starts.fastForward(floating(from));
        }
        while (starts.hasNext()) {
            budget.spend();
            LocalDateTime start = local(starts.nextDateTime());
            if (start.isAfter(until) || isAfterLast(start)) {
                return;
            }
            action.accept(start);
        }
    }

    private boolean isAfterLast(LocalDateTime start) {
        if (lastStart == null) {
            return false;
        }
        if (lastStart.isAllDay()) {
            return start.toLocalDate().isAfter(local(lastStart).toLocalDate());
        }
        return lastStart.isFloating()
                ? start.isAfter(local(lastStart))
                : clock.momentOf(start).toEpochMilli() > lastStart.getTimestamp();
    }

    private static DateTime floating(LocalDateTime time) {
        return new DateTime(
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }
}

package org.bodywork.therapists.listing.adapter.mongo;

import java.time.Duration;
import org.bodywork.therapists.listing.domain.BookingRules;
import org.bodywork.therapists.listing.domain.DailyLimits;
import org.jspecify.annotations.Nullable;

/** A therapist's booking rules as stored. */
record StoredRules(
        boolean instant,
        long noticeMinutes,
        int horizonDays,
        long gridMinutes,
        long requestMinutes,
        long cancellationCutoffMinutes,
        String feeText,
        @Nullable StoredLimits limits) {

    static StoredRules of(BookingRules rules) {
        return new StoredRules(
                rules.instant(),
                rules.notice().toMinutes(),
                rules.horizonDays(),
                rules.grid().toMinutes(),
                rules.requestWaits().toMinutes(),
                rules.cancellationCutoff().toMinutes(),
                rules.feeText(),
                StoredLimits.of(rules.limits()));
    }

    BookingRules rules() {
        return new BookingRules(
                instant,
                Duration.ofMinutes(noticeMinutes),
                horizonDays,
                Duration.ofMinutes(gridMinutes),
                Duration.ofMinutes(requestMinutes),
                Duration.ofMinutes(cancellationCutoffMinutes),
                feeText,
                limits == null ? DailyLimits.NONE : limits.limits());
    }

    record StoredLimits(
            @Nullable Integer visits,
            @Nullable Long handsOnMinutes,
            @Nullable StoredInARow inARow) {

        static StoredLimits of(DailyLimits limits) {
            Duration handsOn = limits.handsOn();
            DailyLimits.InARow inARow = limits.inARow();
            return new StoredLimits(
                    limits.visits(),
                    handsOn == null ? null : handsOn.toMinutes(),
                    inARow == null ? null : StoredInARow.of(inARow));
        }

        DailyLimits limits() {
            return new DailyLimits(
                    visits,
                    handsOnMinutes == null ? null : Duration.ofMinutes(handsOnMinutes),
                    inARow == null ? null : inARow.inARow());
        }
    }

    record StoredInARow(long mostMinutes, long restMinutes) {

        static StoredInARow of(DailyLimits.InARow inARow) {
            return new StoredInARow(inARow.most().toMinutes(), inARow.rest().toMinutes());
        }

        DailyLimits.InARow inARow() {
            return new DailyLimits.InARow(Duration.ofMinutes(mostMinutes), Duration.ofMinutes(restMinutes));
        }
    }
}

package org.bodywork.therapists.listing.adapter.web;

import java.time.Duration;
import org.bodywork.therapists.form.Faults;
import org.bodywork.therapists.listing.adapter.web.TherapistForm.InARowForm;
import org.bodywork.therapists.listing.adapter.web.TherapistForm.RulesForm;
import org.bodywork.therapists.listing.domain.BookingRules;
import org.bodywork.therapists.listing.domain.DailyLimits;
import org.jspecify.annotations.Nullable;

/** Makes booking rules of a form. */
final class FilledRules {

    private static final String AT = "/rules";

    private final Faults faults;

    FilledRules(Faults faults) {
        this.faults = faults;
    }

    @Nullable BookingRules of(RulesForm form) {
        Duration notice = Duration.ofMinutes(form.noticeMinutes());
        Duration grid = Duration.ofMinutes(form.gridMinutes());
        Duration requestWaits = Duration.ofMinutes(form.requestMinutes());
        Duration cutoff = Duration.ofMinutes(form.cancellationCutoffMinutes());
        faults.check(AT + "/noticeMinutes", () -> BookingRules.notice(notice));
        faults.check(AT + "/horizonDays", () -> BookingRules.horizonDays(form.horizonDays()));
        faults.check(AT + "/gridMinutes", () -> BookingRules.grid(grid));
        faults.check(AT + "/requestMinutes", () -> BookingRules.requestWaits(requestWaits));
        faults.check(AT + "/cancellationCutoffMinutes", () -> BookingRules.notice(cutoff));
        faults.check(AT + "/feeText", () -> BookingRules.feeText(form.feeText()));
        DailyLimits limits = limits(form);
        return limits == null
                ? null
                : Faults.whole(() -> new BookingRules(
                        form.instant(),
                        notice,
                        form.horizonDays(),
                        grid,
                        requestWaits,
                        cutoff,
                        form.feeText(),
                        limits));
    }

    private @Nullable DailyLimits limits(RulesForm form) {
        Integer visits = form.visitsADay();
        Integer handsOn = form.handsOnMinutesADay();
        InARowForm inARow = form.inARow();
        if (visits != null) {
            faults.check(AT + "/visitsADay", () -> DailyLimits.visits(visits));
        }
        if (handsOn != null) {
            minutes("/handsOnMinutesADay", handsOn);
        }
        if (inARow != null) {
            minutes("/inARow/handsOnMinutes", inARow.handsOnMinutes());
            minutes("/inARow/breakMinutes", inARow.breakMinutes());
        }
        return Faults.whole(() -> new DailyLimits(
                visits,
                handsOn == null ? null : Duration.ofMinutes(handsOn),
                inARow == null
                        ? null
                        : new DailyLimits.InARow(
                                Duration.ofMinutes(inARow.handsOnMinutes()),
                                Duration.ofMinutes(inARow.breakMinutes()))));
    }

    private void minutes(String field, int minutes) {
        faults.check(AT + field, () -> DailyLimits.minutes(Duration.ofMinutes(minutes)));
    }
}

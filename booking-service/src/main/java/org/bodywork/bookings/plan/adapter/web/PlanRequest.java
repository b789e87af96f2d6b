package org.bodywork.bookings.plan.adapter.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.bodywork.bookings.plan.application.WritePlan.Wording;
import org.bodywork.bookings.plan.domain.Cadence;
import org.bodywork.bookings.plan.domain.Terms;
import org.bodywork.bookings.plan.domain.UsualTime;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** A plan as a therapist writes it down. */
@Body("write-plan")
record PlanRequest(
        String condition,
        String goal,
        int visits,
        String every,
        @Nullable List<String> techniques,
        String weekday,
        String time) {

    static final String NO_CADENCE = "Must be from 1 to 84 days, or from 1 to 12 weeks.";

    Terms terms() {
        return new Terms(
                visits,
                Cadence.of(every).orElseThrow(() -> new InvalidRequest("/every", NO_CADENCE)),
                new UsualTime(DayOfWeek.valueOf(weekday), LocalTime.parse(time)));
    }

    Wording wording() {
        if (goal.isBlank()) {
            throw new InvalidRequest("/goal", "Must say something.");
        }
        return new Wording(condition, goal.strip(), techniques == null ? List.of() : techniques);
    }

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "a plan";
    }
}

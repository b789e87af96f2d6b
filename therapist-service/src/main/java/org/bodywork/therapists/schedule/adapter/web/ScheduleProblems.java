package org.bodywork.therapists.schedule.adapter.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.bodywork.therapists.schedule.application.ScheduleRejection;
import org.bodywork.therapists.schedule.domain.BookedVisit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is refused about schedules, over HTTP. */
@Component
final class ScheduleProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return error instanceof ScheduleRejection rejection ? problemOf(rejection) : null;
    }

    private static Problem problemOf(ScheduleRejection rejection) {
        return switch (rejection) {
            case ScheduleRejection.UnknownTimeOff _ -> Problem.notFound("There is no such time off.");
            case ScheduleRejection.VisitsAffected affected ->
                Problem.conflict(
                                "visits-affected",
                                "Visits are booked in this time",
                                "Nothing was changed. See visits; to change it all the same, send it again with the"
                                        + " ids of all of them in acceptAffected. They stay booked until staff move"
                                        + " or cancel them.")
                        .with(
                                "visits",
                                affected.visits().stream()
                                        .map(visit -> AffectedView.of(visit, affected.zone()))
                                        .toList());
        };
    }

    record AffectedView(String id, String start, String end, String locationId, String status) {

        static AffectedView of(BookedVisit visit, ZoneId zone) {
            return new AffectedView(
                    visit.id().toString(),
                    text(visit.start(), zone),
                    text(visit.end(), zone),
                    visit.location().toString(),
                    visit.status());
        }

        private static String text(Instant moment, ZoneId zone) {
            return moment.atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        }
    }
}

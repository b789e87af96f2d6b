package org.bodywork.bookings.series.adapter.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.Series.Step;
import org.bodywork.bookings.series.domain.SeriesChange;
import org.bodywork.bookings.series.domain.SeriesDate;
import org.bodywork.bookings.series.domain.SeriesDate.Time;
import org.jspecify.annotations.Nullable;

/**
 * A series as whoever holds its secret sees it.
 *
 * @param expiresAt until when its times are held; absent once that does not matter any more
 * @param change what was last done to several visits of it
 */
record SeriesView(
        String id,
        String url,
        String status,
        String zone,
        @Nullable String expiresAt,
        List<DateView> dates,
        @Nullable ChangeView change) {

    static SeriesView of(Series series, Map<Integer, Appointment> visits, ManageLinks links) {
        boolean open = series.step() == Step.HOLDING || series.step() == Step.HELD;
        return new SeriesView(
                series.id().toString(),
                links.seriesUrlOf(series.id().toString()),
                series.step().name(),
                series.zone().getId(),
                open ? text(series.expiresAt(), series.zone()) : null,
                series.dates().stream()
                        .map(date -> DateView.of(date, visits.get(date.number()), series.zone(), links))
                        .toList(),
                ChangeView.of(series.change(), series.zone()));
    }

    private static String text(Instant time, ZoneId zone) {
        return OffsetTimes.text(time.atZone(zone));
    }

    /**
     * One date.
     *
     * @param held whether a time around the one wished for is held for it, or booked
     * @param start that time, or the one that was chosen
     */
    record DateView(
            int number,
            String date,
            String status,
            boolean held,
            @Nullable TimeView start,
            List<TimeView> alternatives,
            @Nullable VisitView visit) {

        static DateView of(SeriesDate date, @Nullable Appointment visit, ZoneId zone, ManageLinks links) {
            Time time = Optional.ofNullable(date.chosen()).orElse(date.held());
            return new DateView(
                    date.number(),
                    date.date().toString(),
                    date.outcome().name(),
                    date.held() != null,
                    TimeView.of(time, zone),
                    date.alternatives().stream()
                            .flatMap(each -> Optional.ofNullable(TimeView.of(each, zone)).stream())
                            .toList(),
                    VisitView.of(visit, links));
        }
    }

    record TimeView(String therapistId, String treatmentId, String start) {

        static @Nullable TimeView of(@Nullable Time time, ZoneId zone) {
            return time == null
                    ? null
                    : new TimeView(time.therapist().toString(), time.treatment().toString(), text(time.start(), zone));
        }
    }

    record VisitView(
            String id,
            String status,
            String start,
            String end,
            @Nullable String wanted,
            String manageUrl) {

        static @Nullable VisitView of(@Nullable Appointment visit, ManageLinks links) {
            if (visit == null) {
                return null;
            }
            Wanted wanted = visit.state().wanted();
            return new VisitView(
                    visit.id().toString(),
                    visit.status().name(),
                    OffsetTimes.text(visit.state().visit().zonedStart()),
                    OffsetTimes.text(visit.state().visit().zonedEnd()),
                    wanted == null ? null : OffsetTimes.text(wanted.visit().zonedStart()),
                    links.urlOf(visit));
        }
    }

    record ChangeView(String kind, List<ItemView> visits) {

        static @Nullable ChangeView of(@Nullable SeriesChange change, ZoneId zone) {
            return change == null
                    ? null
                    : new ChangeView(
                            change.kind().name(),
                            change.items().stream()
                                    .map(item -> new ItemView(
                                            item.number(),
                                            item.start() == null ? null : text(item.start(), zone),
                                            item.result().name()))
                                    .toList());
        }
    }

    record ItemView(int number, @Nullable String start, String result) {}
}

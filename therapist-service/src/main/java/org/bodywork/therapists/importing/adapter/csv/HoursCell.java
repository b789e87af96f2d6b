package org.bodywork.therapists.importing.adapter.csv;

import static org.bodywork.therapists.importing.adapter.csv.Column.HOURS;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.WeeklySchedule;
import org.bodywork.therapists.listing.domain.WorkingRange;
import org.jspecify.annotations.Nullable;

/** Reads `mon 09:00-12:00 13:00-17:00;tue 10:00-18:00`. */
final class HoursCell {

    /** Lets hours be checked although their location cannot be read; the row is refused for the location. */
    private static final LocationId STAND_IN = new LocationId(new UUID(0, 0));

    private final Cells cells;

    HoursCell(Cells cells) {
        this.cells = cells;
    }

    /** None when a fault was found. */
    @Nullable WeeklySchedule schedule(@Nullable Practice practice) {
        if (cells.isEmpty(HOURS)) {
            cells.fault(HOURS, "is required");
            return null;
        }
        LocationId location =
                practice == null ? STAND_IN : practice.locations().getFirst().id();
        int faultsBefore = cells.faults().size();
        List<WorkingRange> ranges = cells.list(HOURS, text -> day(text, location)).stream()
                .flatMap(List::stream)
                .toList();
        return cells.faults().size() > faultsBefore ? null : cells.checked(HOURS, () -> new WeeklySchedule(ranges));
    }

    private static List<WorkingRange> day(String text, LocationId location) {
        String[] parts = text.split(" +", -1);
        DayOfWeek day = Notation.day(parts[0]);
        if (parts.length == 1) {
            throw Notation.unlike("a day with its hours such as mon 09:00-12:00", text);
        }
        List<WorkingRange> ranges = new ArrayList<>();
        for (int part = 1; part < parts.length; part++) {
            ranges.add(range(day, parts[part], location));
        }
        return ranges;
    }

    private static WorkingRange range(DayOfWeek day, String text, LocationId location) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw Notation.unlike("a range such as 09:00-12:00", text);
        }
        return new WorkingRange(day, Notation.time(ends[0]), Notation.time(ends[1]), location);
    }
}

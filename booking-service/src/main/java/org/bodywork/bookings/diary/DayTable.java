package org.bodywork.bookings.diary;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;

/**
 * Days side by side, in rows of half an hour on the wall clock. What shares a row in one day shares a cell; an empty cell is
 * where something new can begin.
 */
record DayTable(List<Column> columns, List<Row> rows) {

    static final int MINUTES = 30;

    private static final int ROWS_A_DAY = 24 * 60 / MINUTES;
    private static final int USUAL_FIRST = 9 * 60 / MINUTES;
    private static final int USUAL_END = 17 * 60 / MINUTES;

    /**
     * One day of one therapist.
     *
     * @param hours when the therapist works
     * @param entries everything that stands there
     */
    record Column(
            TherapistId therapist,
            String name,
            LocalDate date,
            ZoneId zone,
            List<TimeSpan> hours,
            List<Entry> entries) {

        Column {
            hours = List.copyOf(hours);
            entries = List.copyOf(entries);
        }

        private int rowOf(ZonedDateTime moment) {
            if (moment.toLocalDate().isBefore(date)) {
                return 0;
            }
            return moment.toLocalDate().isAfter(date) ? ROWS_A_DAY : rowOf(moment.toLocalTime());
        }

        private int rowAfter(ZonedDateTime moment) {
            int row = rowOf(moment);
            boolean within = row < ROWS_A_DAY
                    && moment.toLocalDate().equals(date)
                    && !moment.toLocalTime().equals(timeOf(row));
            return within ? row + 1 : row;
        }

        private boolean isOpenAt(int row) {
            ZonedDateTime begin = date.atTime(timeOf(row)).atZone(zone);
            return hours.stream()
                    .anyMatch(span -> !begin.toInstant().isBefore(span.from())
                            && begin.toInstant().isBefore(span.until()));
        }

        private static int rowOf(LocalTime time) {
            return (time.getHour() * 60 + time.getMinute()) / MINUTES;
        }
    }

    record Row(LocalTime time, List<Cell> cells) {

        /** For words: the zone is said elsewhere. */
        public ZonedDateTime at() {
            return time.atDate(LocalDate.EPOCH).atZone(ZoneOffset.UTC);
        }
    }

    /**
     * What a column shows from a row on.
     *
     * @param rows how many rows it takes
     * @param open whether the therapist works then
     */
    record Cell(Column column, LocalTime time, int rows, boolean open, List<Entry> entries) {}

    static DayTable of(List<Column> columns) {
        int first = columns.stream().mapToInt(DayTable::firstRow).min().orElse(USUAL_FIRST);
        int end = columns.stream().mapToInt(DayTable::endRow).max().orElse(USUAL_END);
        List<List<Cell>> cells =
                columns.stream().map(column -> cells(column, first, end)).toList();
        List<Row> rows = new ArrayList<>();
        for (int row = first; row < end; row++) {
            LocalTime time = timeOf(row);
            rows.add(new Row(
                    time,
                    cells.stream()
                            .flatMap(List::stream)
                            .filter(cell -> cell.time().equals(time))
                            .toList()));
        }
        return new DayTable(columns, rows);
    }

    private static int firstRow(Column column) {
        int hours = column.hours().stream()
                .mapToInt(span -> column.rowOf(span.from().atZone(column.zone())))
                .min()
                .orElse(USUAL_FIRST);
        return standing(column).mapToInt(entry -> column.rowOf(entry.from())).reduce(hours, Math::min);
    }

    private static int endRow(Column column) {
        int hours = column.hours().stream()
                .mapToInt(span -> column.rowAfter(span.until().atZone(column.zone())))
                .max()
                .orElse(USUAL_END);
        return standing(column)
                .mapToInt(entry -> column.rowAfter(entry.until()))
                .reduce(hours, Math::max);
    }

    /** Time off for a night does not make the table longer. */
    private static Stream<Entry> standing(Column column) {
        return column.entries().stream()
                .filter(entry -> entry.kind() != Entry.Kind.TIME_OFF && entry.kind() != Entry.Kind.ELSEWHERE);
    }

    private static List<Cell> cells(Column column, int first, int end) {
        List<Entry> left = new ArrayList<>(column.entries());
        left.sort(Comparator.comparing(Entry::from));
        List<Cell> cells = new ArrayList<>();
        int row = first;
        while (row < end) {
            List<Entry> here = new ArrayList<>();
            int after = row + 1;
            while (!left.isEmpty() && column.rowOf(left.getFirst().from()) < after) {
                Entry entry = left.removeFirst();
                if (column.rowAfter(entry.until()) > row) {
                    here.add(entry);
                    after = Math.max(after, Math.min(end, column.rowAfter(entry.until())));
                }
            }
            cells.add(new Cell(column, timeOf(row), after - row, column.isOpenAt(row), here));
            row = after;
        }
        return cells;
    }

    private static LocalTime timeOf(int row) {
        return LocalTime.MIDNIGHT.plusMinutes((long) row * MINUTES);
    }
}

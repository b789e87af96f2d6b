package org.bodywork.bookings.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.diary.DayTable.Cell;
import org.bodywork.bookings.diary.DayTable.Column;
import org.bodywork.bookings.diary.DayTable.Row;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.junit.jupiter.api.Test;

class DayTableTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    @Test
    void fillsTheHoursWithEmptyCells() {
        DayTable table = DayTable.of(List.of(column(DATE)));

        assertThat(table.rows()).extracting(Row::time).first().isEqualTo(LocalTime.of(9, 0));
        assertThat(table.rows()).hasSize(16);
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.cells())
                        .singleElement()
                        .satisfies(cell -> assertThat(cell.entries()).isEmpty()));
    }

    @Test
    void spansTheRowsThatAVisitTouches() {
        DayTable table = DayTable.of(List.of(column(DATE, entry("10:15", "11:15"))));

        Cell cell = cellAt(table, "10:00");
        assertThat(cell.rows()).isEqualTo(3);
        assertThat(rowAt(table, "10:30").cells()).isEmpty();
        assertThat(rowAt(table, "11:30").cells()).hasSize(1);
    }

    @Test
    void putsIntoOneCellWhatSharesARow() {
        DayTable table = DayTable.of(
                List.of(column(DATE, entry("11:15", "12:00"), entry("10:00", "11:15"), entry("13:00", "13:30"))));

        assertThat(cellAt(table, "10:00").entries()).hasSize(2);
        assertThat(cellAt(table, "10:00").rows()).isEqualTo(4);
        assertThat(cellAt(table, "13:00").entries()).hasSize(1);
    }

    @Test
    void growsForWhatLiesOutsideTheHours() {
        DayTable table = DayTable.of(List.of(column(DATE, entry("07:10", "08:00"), entry("18:00", "18:45"))));

        assertThat(table.rows().getFirst().time()).isEqualTo(LocalTime.of(7, 0));
        assertThat(table.rows().getLast().time()).isEqualTo(LocalTime.of(18, 30));
        assertThat(cellAt(table, "08:00").open()).isFalse();
        assertThat(cellAt(table, "09:00").open()).isTrue();
    }

    @Test
    void keepsToTheHoursWhereTimeOffLastsForDays() {
        Entry away = new Entry(
                Entry.Kind.TIME_OFF, null, at(DATE.minusDays(2), "12:00"), at(DATE.plusDays(3), "12:00"), "", "", null);

        DayTable table = DayTable.of(List.of(column(DATE, away, entry("10:00", "11:00"))));

        assertThat(table.rows()).hasSize(16);
        assertThat(cellAt(table, "09:00").rows()).isEqualTo(16);
        assertThat(cellAt(table, "09:00").entries()).hasSize(2);
    }

    @Test
    void givesEveryColumnAllRowsTogether() {
        DayTable table = DayTable.of(
                List.of(column(DATE, entry("10:00", "12:00")), column(DATE.plusDays(1), entry("16:30", "17:30"))));

        int first = 0;
        int second = 0;
        for (Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                if (cell.column().date().equals(DATE)) {
                    first += cell.rows();
                } else {
                    second += cell.rows();
                }
            }
        }
        assertThat(first).isEqualTo(table.rows().size());
        assertThat(second).isEqualTo(table.rows().size());
    }

    private static Row rowAt(DayTable table, String time) {
        return table.rows().stream()
                .filter(row -> row.time().equals(LocalTime.parse(time)))
                .findFirst()
                .orElseThrow();
    }

    private static Cell cellAt(DayTable table, String time) {
        return rowAt(table, time).cells().getFirst();
    }

    private static Column column(LocalDate date, Entry... entries) {
        TimeSpan hours =
                new TimeSpan(at(date, "09:00").toInstant(), at(date, "17:00").toInstant());
        return new Column(
                new TherapistId(UUID.randomUUID()), "June", date, ZONE, List.of(hours), onDate(date, entries));
    }

    private static List<Entry> onDate(LocalDate date, Entry... entries) {
        return List.of(entries).stream()
                .map(entry -> entry.kind() == Entry.Kind.TIME_OFF
                        ? entry
                        : new Entry(
                                entry.kind(),
                                entry.id(),
                                date.atTime(entry.from().toLocalTime()).atZone(ZONE),
                                date.atTime(entry.until().toLocalTime()).atZone(ZONE),
                                entry.name(),
                                entry.more(),
                                entry.status()))
                .toList();
    }

    private static Entry entry(String from, String until) {
        return new Entry(Entry.Kind.VISIT, "id", at(DATE, from), at(DATE, until), "Ada", "", "staff-status.CONFIRMED");
    }

    private static ZonedDateTime at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(ZONE);
    }
}

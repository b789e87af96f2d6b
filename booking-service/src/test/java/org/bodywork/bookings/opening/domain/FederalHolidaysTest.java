package org.bodywork.bookings.opening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FederalHolidaysTest {

    /** From the calendar of the United States Office of Personnel Management, with weekend days beside it. */
    @Test
    void areThoseOfTheOfficialCalendar() {
        assertThat(in(2026))
                .containsExactly(
                        "2026-01-01",
                        "2026-01-19",
                        "2026-02-16",
                        "2026-05-25",
                        "2026-06-19",
                        "2026-07-03",
                        "2026-07-04",
                        "2026-09-07",
                        "2026-10-12",
                        "2026-11-11",
                        "2026-11-26",
                        "2026-12-25");
        assertThat(in(2027))
                .containsExactly(
                        "2027-01-01",
                        "2027-01-18",
                        "2027-02-15",
                        "2027-05-31",
                        "2027-06-18",
                        "2027-06-19",
                        "2027-07-04",
                        "2027-07-05",
                        "2027-09-06",
                        "2027-10-11",
                        "2027-11-11",
                        "2027-11-25",
                        "2027-12-24",
                        "2027-12-25",
                        "2027-12-31");
    }

    private static List<String> in(int year) {
        return Stream.iterate(LocalDate.of(year, 1, 1), date -> date.getYear() == year, date -> date.plusDays(1))
                .filter(FederalHolidays::include)
                .map(LocalDate::toString)
                .toList();
    }
}

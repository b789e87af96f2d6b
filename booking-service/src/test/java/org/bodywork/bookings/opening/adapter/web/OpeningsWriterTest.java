package org.bodywork.bookings.opening.adapter.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.OpenDay;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class OpeningsWriterTest {

    private static final LocationId STUDIO = new LocationId(UUID.randomUUID());
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Clocks change on the second date; one zone has no offset, one has quarters of an hour. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Chicago", "Europe/London", "Pacific/Chatham", "UTC"})
    void writesWhatGeneralMappingWouldWrite(String zone) {
        OpenDays open = new OpenDays(
                ZoneId.of(zone),
                List.of(
                        day(zone, LocalDate.of(2026, 10, 31), 0),
                        day(zone, LocalDate.of(2026, 11, 1), 24),
                        day(zone, LocalDate.of(2026, 11, 2), 1),
                        new OpenDay(LocalDate.of(2026, 11, 3), null, List.of())),
                Instant.MAX);

        String written = new String(OpeningsWriter.write(open), UTF_8);

        assertThat(MAPPER.readTree(written)).isEqualTo(MAPPER.valueToTree(OpeningsView.of(open)));
    }

    /** One of each hour, and the first with seconds, as no grid has them. */
    private static OpenDay day(String zone, LocalDate date, int starts) {
        List<ZonedDateTime> times = IntStream.range(0, starts)
                .mapToObj(hour -> date.atTime(LocalTime.of(hour, 5 * (hour % 12), hour == 0 ? 7 : 0))
                        .atZone(ZoneId.of(zone)))
                .toList();
        return new OpenDay(date, STUDIO, times);
    }
}

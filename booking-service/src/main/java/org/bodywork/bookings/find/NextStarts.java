package org.bodywork.bookings.find;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bodywork.bookings.opening.application.FindOpenings;
import org.bodywork.bookings.opening.application.Freshness;
import org.bodywork.bookings.opening.application.OpeningsQuery;
import org.bodywork.bookings.opening.application.Shown;
import org.bodywork.platform.events.EventJson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The starts that pages offer, out of the answers that are remembered for everybody who asks. */
@Component
final class NextStarts {

    private final FindOpenings openings;

    NextStarts(FindOpenings openings) {
        this.openings = openings;
    }

    /** Of each question the days, in order; nothing of a treatment that cannot be booked now. */
    Mono<Map<OpeningsQuery, List<Day>>> of(List<OpeningsQuery> questions) {
        return openings.findAll(questions, Freshness.REMEMBERED)
                .map(answers -> answers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, answer -> days(answer.getValue()))));
    }

    private static List<Day> days(Shown shown) {
        Answer answer = EventJson.read(new String(shown.json(), StandardCharsets.UTF_8), Answer.class);
        ZoneId zone = ZoneId.of(answer.zone());
        return answer.days().stream().map(day -> day.in(zone)).toList();
    }

    /** One local date and its starts, none on a day off. */
    record Day(LocalDate date, List<ZonedDateTime> starts) {}

    private record Answer(String zone, List<DayText> days) {}

    private record DayText(LocalDate date, List<OffsetDateTime> starts) {

        Day in(ZoneId zone) {
            return new Day(
                    date,
                    starts.stream().map(start -> start.atZoneSameInstant(zone)).toList());
        }
    }
}

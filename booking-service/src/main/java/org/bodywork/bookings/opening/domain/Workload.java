package org.bodywork.bookings.opening.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The visits of one therapist by the local date of their start, as far as they were looked at. */
public record Workload(Map<LocalDate, List<TimeSpan>> visits) {

    public Workload {
        visits = Map.copyOf(visits);
    }

    public static Workload of(Collection<TimeSpan> visits, ZoneId zone) {
        return new Workload(visits.stream()
                .collect(
                        Collectors.groupingBy(visit -> visit.from().atZone(zone).toLocalDate())));
    }

    List<TimeSpan> on(LocalDate date) {
        return visits.getOrDefault(date, List.of());
    }
}

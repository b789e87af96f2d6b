package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A decision ready to be stored: it holds only if the appointment still is what it was decided on. */
public record Change(Appointment before, Appointment after) {

    /** The same, taking these numbers of limits too. */
    public Change taking(Set<String> numbers) {
        return numbers.isEmpty()
                ? this
                : new Change(before, Appointment.of(after.state().numbered(numbers)));
    }

    /** What is still to come of the time that was taken before and is not after. */
    public List<GivenUp> givenUp() {
        Instant at = after.state().lastEntry().at();
        List<Visit> kept = standing(after).toList();
        return standing(before)
                .filter(visit -> visit.start().isAfter(at))
                .filter(visit -> kept.stream().noneMatch(other -> other.start().equals(visit.start())))
                .flatMap(visit -> GivenUp.of(after.id(), after.state().version(), visit, at))
                .toList();
    }

    private static Stream<Visit> standing(Appointment appointment) {
        Wanted wanted = appointment.state().wanted();
        Stream<Visit> own =
                appointment.status().takesTime() ? Stream.of(appointment.state().visit()) : Stream.of();
        return wanted == null ? own : Stream.concat(own, Stream.of(wanted.visit()));
    }

    /** Every visit whose time it takes or frees. */
    public Set<Visit> visits() {
        return Stream.of(before, after)
                .flatMap(appointment -> appointment.visits().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

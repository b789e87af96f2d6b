package org.bodywork.bookings.appointment.domain;

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

    /** Every visit whose time it takes or frees. */
    public Set<Visit> visits() {
        return Stream.of(before, after)
                .flatMap(appointment -> appointment.visits().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

package org.bodywork.bookings.client.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;

/** Which therapists a client has been to, and what was answered before. It stays when the visits themselves are long archived. */
public record ClientHistory(List<Visits> visits, List<KnownIntake> intakes) {

    public static final ClientHistory NONE = new ClientHistory(List.of(), List.of());

    public ClientHistory {
        visits = List.copyOf(visits);
        intakes = List.copyOf(intakes);
    }

    /** Whether the client has been to that therapist, at whatever practice. */
    public boolean knows(TherapistId therapist) {
        return visits.stream().anyMatch(each -> each.therapist().equals(therapist));
    }

    public Stream<Visits> at(PracticeId practice) {
        return visits.stream().filter(each -> each.practice().equals(practice));
    }

    /** What that person has answered before a visit to that practice. */
    public Optional<KnownIntake> intakeOf(String person, PracticeId practice) {
        return intakes.stream()
                .filter(intake ->
                        intake.person().equals(person) && intake.practice().equals(practice))
                .findFirst();
    }

    /**
     * All visits to one therapist at one practice that took place.
     *
     * @param first when the first one began
     * @param last when the last one began
     */
    public record Visits(PracticeId practice, TherapistId therapist, Instant first, Instant last, int count) {}
}

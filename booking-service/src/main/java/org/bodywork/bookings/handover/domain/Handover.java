package org.bodywork.bookings.handover.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.handover.domain.Case.Stage;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * A therapist is away, and what becomes of each visit concerned.
 *
 * @param from first local date
 * @param to last local date, inclusive
 * @param reason for staff only
 * @param by the account that reported it
 * @param timeOff whether it has been entered as time off
 */
public record Handover(
        String id,
        long version,
        TherapistId therapist,
        String name,
        PracticeId practice,
        ZoneId zone,
        LocalDate from,
        LocalDate to,
        @Nullable String reason,
        String by,
        Instant reportedAt,
        boolean timeOff,
        List<Case> cases) {

    /** What is decided is being done; only if that takes too long somebody else goes on. */
    private static final Duration BEING_DONE = Duration.ofSeconds(5);

    public Handover {
        cases = List.copyOf(cases);
    }

    public static Handover report(
            Listing away, LocalDate from, LocalDate to, @Nullable String reason, String by, Instant now) {
        String id = UUID.nameUUIDFromBytes(
                        "%s|%s|%s".formatted(away.id(), from, to).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Handover(
                id,
                1,
                away.id(),
                away.name(),
                away.practice(),
                away.zone(),
                from,
                to,
                reason,
                by,
                now,
                false,
                List.of());
    }

    /** Those visits too; what is known of a visit already stays. */
    public Handover concerning(List<Appointment> visits, Instant now) {
        Set<AppointmentId> known = cases.stream().map(Case::visit).collect(Collectors.toSet());
        Stream<Case> more =
                visits.stream().filter(visit -> !known.contains(visit.id())).map(visit -> Case.of(id, visit, now));
        return with(version, timeOff, Stream.concat(cases.stream(), more).toList());
    }

    public Handover with(Case changed) {
        return with(
                version,
                timeOff,
                cases.stream()
                        .map(each -> each.id().equals(changed.id()) ? changed : each)
                        .toList());
    }

    public Handover enteredAsTimeOff() {
        return with(version, true, cases);
    }

    public Handover next() {
        return with(version + 1, timeOff, cases);
    }

    private Handover with(long numbered, boolean entered, List<Case> those) {
        return new Handover(
                id, numbered, therapist, name, practice, zone, from, to, reason, by, reportedAt, entered, those);
    }

    public Optional<Case> one(String which) {
        return cases.stream().filter(each -> each.id().equals(which)).findFirst();
    }

    /** When there is next something to do; empty once all is done. */
    public Optional<Instant> due(Instant now) {
        return cases.stream()
                .flatMap(each -> switch (each.stage()) {
                    case WAITING -> Stream.of(now);
                    case ENDING -> Stream.of(now.plus(BEING_DONE));
                    case OFFERED -> Stream.of(each.until());
                    case TAKEN, KEPT, CANCELLED, NOBODY, UNANSWERED, FOR_STAFF, GONE -> Stream.<Instant>of();
                })
                .min(Instant::compareTo);
    }

    public long count(Stage stage) {
        return cases.stream().filter(each -> each.stage() == stage).count();
    }

    public long needingStaff() {
        return cases.stream().filter(each -> each.stage().needsStaff()).count();
    }
}

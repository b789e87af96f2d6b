package org.bodywork.bookings.appointment.domain;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * Who is treated at the same time as the client, by another therapist: the second part of a visit for two. What is only
 * theirs stands here and never among what is the client's.
 *
 * @param email where they are told of the visit themselves; null where only the client is
 * @param marks stand for the person; the client's address is theirs too where they have given none
 * @param accepted the therapists, of both parts, who have said yes to the time as it is asked for
 * @param turned true where the visit is seen from the companion's side: then this stands for the client
 */
public record Companion(
        String name,
        @Nullable EmailAddress email,
        ClientMarks marks,
        @Nullable Intake intake,
        boolean intakeNeeded,
        boolean reviewNeeded,
        @Nullable SealedText staffNote,
        @Nullable SealedOutcome outcome,
        Set<TherapistId> accepted,
        boolean turned) {

    public Companion {
        accepted = Set.copyOf(accepted);
    }

    /** Before anybody has looked at the answers. */
    public static Companion of(
            String name,
            @Nullable EmailAddress email,
            ClientMarks marks,
            @Nullable Intake intake,
            boolean reviewNeeded,
            Set<TherapistId> accepted) {
        return new Companion(name, email, marks, intake, intake == null, reviewNeeded, null, null, accepted, false);
    }

    Companion acceptedBy(Set<TherapistId> more) {
        return with(
                Stream.concat(accepted.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()), reviewNeeded);
    }

    /** Both are asked anew. */
    Companion askedAnew() {
        return with(Set.of(), reviewNeeded);
    }

    Companion reviewed() {
        return with(accepted, false);
    }

    Companion answered(Intake given, boolean toBeReviewed) {
        return new Companion(name, email, marks, given, false, toBeReviewed, staffNote, outcome, accepted, turned);
    }

    Companion noting(@Nullable SealedText text) {
        return new Companion(name, email, marks, intake, intakeNeeded, reviewNeeded, text, outcome, accepted, turned);
    }

    Companion endingIn(SealedOutcome noted) {
        return new Companion(
                name, email, marks, intake, intakeNeeded, reviewNeeded, staffNote, noted, accepted, turned);
    }

    private Companion with(Set<TherapistId> yes, boolean toBeReviewed) {
        return new Companion(name, email, marks, intake, intakeNeeded, toBeReviewed, staffNote, outcome, yes, turned);
    }
}

package org.bodywork.bookings.opening.domain;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who wants a start, as far as the rules differ.
 *
 * @param known whether it is proven who asks; without proof everybody is new
 * @param returning whether a new visit is asked for by somebody proven to have been to the therapist before
 * @param waived the rules that staff set aside
 */
public record Asking(boolean known, boolean returning, Set<Waiver> waived) {

    public static final Asking ANYBODY = new Asking(false, false, Set.of());

    /** Whoever holds the secret link of the visit. */
    public static final Asking KNOWN_CLIENT = new Asking(true, false, Set.of());

    /** Whoever is proven to have been to the therapist, and books again. */
    public static final Asking RETURNING_CLIENT = new Asking(true, true, Set.of());

    public Asking {
        waived = Set.copyOf(waived);
    }

    public static Asking staff(Collection<Waiver> waived) {
        return new Asking(true, false, Set.copyOf(waived));
    }

    /** Staff who move what is booked know how much notice they need and how far they plan. */
    public static Asking staffMoving(Collection<Waiver> waived) {
        return staff(Stream.concat(Stream.of(Waiver.NOTICE, Waiver.HORIZON), waived.stream())
                .collect(Collectors.toSet()));
    }

    public boolean waives(Waiver rule) {
        return waived.contains(rule);
    }
}

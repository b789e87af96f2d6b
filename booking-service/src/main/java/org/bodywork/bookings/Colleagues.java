package org.bodywork.bookings;

import java.util.Optional;
import java.util.function.Function;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.security.Caller;
import org.springframework.security.access.AccessDeniedException;

/** Whom a verified token speaks for: a manager for the whole practice, a therapist for their own visits. */
public final class Colleagues {

    static final String MANAGER = "manager";
    static final String THERAPIST = "therapist";

    private Colleagues() {}

    public static Colleague of(Caller caller) {
        return manager(caller)
                .or(() -> therapist(caller).map(Colleague.class::cast))
                .orElseThrow(() -> new AccessDeniedException("neither manager nor therapist"));
    }

    /** Who the caller treats clients as; empty for whoever treats none. */
    public static Optional<Colleague.Therapist> treating(Caller caller) {
        return therapist(caller);
    }

    /** Who the caller is as a therapist, whatever else. */
    public static TherapistId therapistOf(Caller caller) {
        return therapist(caller)
                .map(Colleague.Therapist::therapist)
                .orElseThrow(() -> new AccessDeniedException("no therapist"));
    }

    private static Optional<Colleague> manager(Caller caller) {
        return caller.hasRole(MANAGER)
                ? id(caller, "practiceId", PracticeId::of)
                        .map(practice -> new Colleague.PracticeLead(caller.subject(), practice))
                : Optional.empty();
    }

    private static Optional<Colleague.Therapist> therapist(Caller caller) {
        return caller.hasRole(THERAPIST)
                ? id(caller, "therapistId", TherapistId::of)
                        .map(therapist -> new Colleague.Therapist(caller.subject(), therapist))
                : Optional.empty();
    }

    private static <T> Optional<T> id(Caller caller, String claim, Function<String, T> reader) {
        try {
            return caller.claim(claim).map(reader);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

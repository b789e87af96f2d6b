package org.bodywork.bookings.waitlist.domain;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/** With whom somebody who waits would come. */
public sealed interface Whom {

    /** What a freed time has to be marked with to be theirs to look at. */
    Set<String> keys();

    static String keyOf(TherapistId therapist) {
        return "therapist:" + therapist;
    }

    static String keyOfArea(String area) {
        return "area:" + area;
    }

    /** With nobody else, and for this. */
    record Somebody(TherapistId therapist, TreatmentId treatment) implements Whom {

        @Override
        public Set<String> keys() {
            return Set.of(keyOf(therapist));
        }
    }

    /** With whoever fits. */
    record Anybody(
            String area,
            String modality,
            int minutes,
            @Nullable String gender) implements Whom {

        public Need need() {
            return new Need(
                    Set.of(area),
                    Set.of(modality),
                    Set.of(),
                    gender == null ? Set.of() : Set.of(gender),
                    Set.of(minutes));
        }

        @Override
        public Set<String> keys() {
            return need().areas().stream().map(Whom::keyOfArea).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

package org.bodywork.therapists.listing.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What shows that a therapist was trained, or is allowed to practise. */
public sealed interface Credential permits Licence, Certificate {

    /** The last day it is valid; none for what does not expire. */
    @Nullable LocalDate expires();

    /** The day somebody looked it up at whoever issued it, where somebody did. */
    @Nullable LocalDate checked();

    static void requireInOrder(@Nullable LocalDate expires, @Nullable LocalDate checked, String what) {
        if (expires != null && checked != null && expires.isBefore(checked)) {
            throw new InvalidValue("the " + what + " expired before it was checked");
        }
    }
}

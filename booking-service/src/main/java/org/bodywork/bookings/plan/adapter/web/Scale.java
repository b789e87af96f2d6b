package org.bodywork.bookings.plan.adapter.web;

import java.util.Optional;

/** A whole number as it is typed into a form. */
final class Scale {

    private Scale() {}

    /** Empty for what is none from 0 to the highest. */
    static Optional<Integer> read(String typed, int highest) {
        return typed.matches("[0-9]{1,3}")
                ? Optional.of(Integer.valueOf(typed)).filter(number -> number <= highest)
                : Optional.empty();
    }
}

package org.bodywork.therapists.listing.domain;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A state's licence to practise massage.
 *
 * @param expires the last day it is valid
 * @param checked the day somebody looked it up at the state's board, where somebody did
 */
public record Licence(
        String number,
        String state,
        LocalDate expires,
        @Nullable LocalDate checked) {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./-]{0,39}");

    public Licence {
        Licence.number(number);
        Address.state(state);
        if (checked != null && expires.isBefore(checked)) {
            throw new InvalidValue("the licence expired before it was checked");
        }
    }

    public static String number(String text) {
        return Wording.matching(NUMBER, text, "a licence number");
    }
}

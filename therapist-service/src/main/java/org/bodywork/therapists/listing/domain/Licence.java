package org.bodywork.therapists.listing.domain;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A state's licence to practise massage. */
public record Licence(
        String number,
        String state,
        LocalDate expires,
        @Nullable LocalDate checked) implements Credential {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./-]{0,39}");

    public Licence {
        Licence.number(number);
        Address.state(state);
        Credential.requireInOrder(expires, checked, "licence");
    }

    public static String number(String text) {
        return Wording.matching(NUMBER, text, "a licence number");
    }
}

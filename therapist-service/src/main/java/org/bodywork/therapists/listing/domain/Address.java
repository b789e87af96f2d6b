package org.bodywork.therapists.listing.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A postal address in the United States.
 *
 * @param street none where we only know the town, as of a practice that has not claimed its listing
 */
public record Address(@Nullable String street, String city, String state, String zip) {

    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final Pattern ZIP = Pattern.compile("\\d{5}(-\\d{4})?");

    public Address {
        if (street != null) {
            Wording.name(street);
        }
        Wording.name(city);
        Address.state(state);
        Address.zip(zip);
    }

    public static String state(String text) {
        return Wording.matching(STATE, text, "a state's two capital letters");
    }

    public static String zip(String text) {
        return Wording.matching(ZIP, text, "a ZIP code");
    }
}

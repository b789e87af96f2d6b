package org.bodywork.therapists.listing.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Lists of a listing name each thing once. */
public final class Repeated {

    private Repeated() {}

    public static void refuse(Collection<?> items, String what) {
        Set<Object> seen = new HashSet<>();
        for (Object item : items) {
            if (!seen.add(item)) {
                throw new InvalidValue("the same " + what + " twice");
            }
        }
    }
}

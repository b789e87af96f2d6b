package org.bodywork.therapists.listing.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody who moves with difficulty gets to a place and onto the table. What is not listed is not known.
 *
 * @param lowestTableInches how low the lowest table stands
 */
public record Access(List<Ease> eases, @Nullable Integer lowestTableInches) {

    public static final Access UNKNOWN = new Access(List.of(), null);

    private static final int LOWEST = 5;
    private static final int HIGHEST = 45;

    public Access {
        eases = eases.stream().sorted().toList();
        Repeated.refuse(eases, "word of access");
        if (lowestTableInches != null) {
            Access.tableHeight(lowestTableInches);
        }
    }

    public static int tableHeight(int inches) {
        if (inches < LOWEST || inches > HIGHEST) {
            throw new InvalidValue("a table's height must be %d to %d inches".formatted(LOWEST, HIGHEST));
        }
        return inches;
    }

    /** What is said here, and what the other says where this one says nothing. */
    Access orElse(Access other) {
        return new Access(
                eases.isEmpty() ? other.eases : eases,
                lowestTableInches == null ? other.lowestTableInches : lowestTableInches);
    }
}

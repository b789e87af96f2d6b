package org.bodywork.bookings.appointment.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gave a visit and where, as the listing said when the visit was completed. It is kept with the visit, so that its
 * receipt says the same for ever, whatever becomes of the listing.
 *
 * @param practice its name; null while it has not been heard of
 * @param place the name of the location; null like the practice's
 * @param address in lines, as a letter has it; none while it has not been heard of
 * @param licences of the therapist of each part of the visit, in their order: state and number, empty where none is known
 */
public record Letterhead(
        @Nullable String practice, @Nullable String place, List<String> address, List<String> licences) {

    public static final Letterhead UNKNOWN = new Letterhead(null, null, List.of(), List.of());

    public Letterhead {
        address = List.copyOf(address);
        licences = List.copyOf(licences);
    }

    /** Of the therapist of that part; empty where none is known. */
    public String licenceOf(int part) {
        return part < licences.size() ? licences.get(part) : "";
    }
}

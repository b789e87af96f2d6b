package org.bodywork.therapists.listing.domain;

/** From the gentlest to the firmest work a therapist does, both included. */
public record PressureRange(Pressure from, Pressure to) {

    public PressureRange {
        if (from.compareTo(to) > 0) {
            throw new InvalidValue("goes from the firmer to the gentler pressure");
        }
    }
}

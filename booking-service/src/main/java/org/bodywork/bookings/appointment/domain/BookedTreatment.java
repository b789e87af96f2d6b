package org.bodywork.bookings.appointment.domain;

import java.time.Duration;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;

/** The treatment as it was when it was booked; later changes of the listing do not touch it. */
public record BookedTreatment(TreatmentId id, String name, Duration length, Duration buffer, Money price) {

    /** As the listing would offer it. */
    public Treatment asOffered() {
        return new Treatment(id, name, length, buffer, price, false, ForClients.ANY);
    }

    public static BookedTreatment of(Treatment treatment) {
        return new BookedTreatment(
                treatment.id(), treatment.name(), treatment.length(), treatment.buffer(), treatment.price());
    }
}

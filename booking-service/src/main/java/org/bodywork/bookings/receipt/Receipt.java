package org.bodywork.bookings.receipt;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Letterhead;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.ProcedureCode;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.Money;
import org.jspecify.annotations.Nullable;

/**
 * A receipt for one visit that took place. All it says was fixed with the visit, so it says the same whenever it is
 * drawn; only what was done may be chosen later.
 *
 * @param start on the wall clock of the place
 * @param procedure null while nobody has chosen one
 */
record Receipt(
        String number,
        Letterhead letterhead,
        ZonedDateTime start,
        List<Item> items,
        @Nullable ProcedureCode procedure) {

    static Receipt of(Appointment appointment, Letterhead letterhead, @Nullable ProcedureCode procedure) {
        Visit visit = appointment.state().visit();
        String client = appointment.state().client().name();
        return new Receipt(
                ReceiptNumber.of(appointment.id()),
                letterhead,
                visit.zonedStart(),
                IntStream.range(0, visit.parts().size())
                        .mapToObj(at -> item(visit.parts().get(at), client, letterhead.licenceOf(at)))
                        .toList(),
                procedure);
    }

    private static Item item(Part part, String client, String licence) {
        return new Item(
                part.person() == null ? client : part.person(),
                part.therapistName(),
                licence,
                part.treatment().name(),
                part.treatment().length(),
                part.treatment().price());
    }

    /** Names the person treated. */
    @Override
    public String toString() {
        return "receipt " + number;
    }

    /**
     * What one person was given.
     *
     * @param licence empty where none is known
     */
    record Item(String person, String therapist, String licence, String treatment, Duration length, Money price) {

        @Override
        public String toString() {
            return "an item";
        }
    }
}

package org.bodywork.bookings.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.domain.ProcedureCode;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.receipt.Receipt.Item;
import org.jspecify.annotations.Nullable;

/**
 * A receipt over HTTP.
 *
 * @param address in lines
 * @param date the local date of the place
 * @param procedureCode absent while nobody has chosen one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        String number,
        @Nullable String practice,
        @Nullable String location,
        List<String> address,
        String date,
        String start,
        String zone,
        List<ItemView> items,
        @Nullable String procedureCode) {

    static ReceiptView of(Receipt receipt) {
        ProcedureCode procedure = receipt.procedure();
        return new ReceiptView(
                receipt.number(),
                receipt.letterhead().practice(),
                receipt.letterhead().place(),
                receipt.letterhead().address(),
                receipt.start().toLocalDate().toString(),
                OffsetTimes.text(receipt.start()),
                receipt.start().getZone().getId(),
                receipt.items().stream().map(ItemView::of).toList(),
                procedure == null ? null : procedure.code());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            String person, String therapist, @Nullable String licence, String treatment, long minutes, Money price) {

        static ItemView of(Item item) {
            return new ItemView(
                    item.person(),
                    item.therapist(),
                    item.licence().isEmpty() ? null : item.licence(),
                    item.treatment(),
                    item.length().toMinutes(),
                    item.price());
        }
    }
}

package org.bodywork.bookings.receipt;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Letterhead;
import org.bodywork.bookings.appointment.domain.ProcedureCode;
import org.bodywork.bookings.receipt.Receipt.Item;
import org.bodywork.bookings.site.SiteLanguage;

/**
 * A receipt in the words of one language, for the page and the paper alike.
 *
 * @param head who gives it, in lines
 * @param rows what it says, in order
 */
record ReceiptSheet(List<String> head, List<Row> rows) {

    static ReceiptSheet of(Receipt receipt, SiteLanguage language) {
        Letterhead letterhead = receipt.letterhead();
        List<String> head = Stream.concat(
                        Stream.of(letterhead.practice(), letterhead.place())
                                .filter(line -> line != null && !line.isBlank())
                                .map(String::valueOf),
                        letterhead.address().stream())
                .distinct()
                .toList();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("receipt.number", receipt.number()));
        rows.add(new Row("receipt.date", day(language).format(receipt.start())));
        receipt.items().forEach(item -> rows.addAll(rows(item, language)));
        ProcedureCode procedure = receipt.procedure();
        if (procedure != null) {
            rows.add(new Row(
                    "receipt.code." + procedure.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "CPT " + procedure.code()));
        }
        return new ReceiptSheet(head, rows);
    }

    private static List<Row> rows(Item item, SiteLanguage language) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("receipt.client", item.person()));
        rows.add(new Row("receipt.therapist", item.therapist()));
        if (!item.licence().isEmpty()) {
            rows.add(new Row("receipt.licence", item.licence()));
        }
        rows.add(new Row("receipt.treatment", item.treatment()));
        rows.add(new Row("receipt.minutes", String.valueOf(item.length().toMinutes())));
        rows.add(new Row(
                "receipt.price",
                language.money(item.price().amount(), item.price().currency())));
        return rows;
    }

    /** The local date of the place, with its year. */
    private static DateTimeFormatter day(SiteLanguage language) {
        return DateTimeFormatter.ofPattern(
                language == SiteLanguage.ES ? "d 'de' MMMM 'de' uuuu" : "MMMM d, uuuu", language.locale());
    }

    @Override
    public String toString() {
        return "a receipt's sheet";
    }

    /**
     * One thing that it says.
     *
     * @param label the key of its words
     */
    record Row(String label, String value) {}
}

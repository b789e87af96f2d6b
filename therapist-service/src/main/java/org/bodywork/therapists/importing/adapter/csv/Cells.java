package org.bodywork.therapists.importing.adapter.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bodywork.therapists.importing.domain.Fault;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.jspecify.annotations.Nullable;

/** The cells of one row. Reading them collects every fault instead of stopping at the first. */
final class Cells {

    private static final String BETWEEN_ITEMS = ";";

    private final Header header;
    private final CsvRecord.Row row;
    private final List<Fault> faults = new ArrayList<>();

    Cells(Header header, CsvRecord.Row row) {
        this.header = header;
        this.row = row;
    }

    List<Fault> faults() {
        return faults;
    }

    boolean hasFaults() {
        return !faults.isEmpty();
    }

    String text(Column column) {
        return header.value(row.values(), column);
    }

    boolean isEmpty(Column column) {
        return text(column).isEmpty();
    }

    <T> @Nullable T required(Column column, Function<String, T> reading) {
        if (isEmpty(column)) {
            fault(column, "is required");
            return null;
        }
        return optional(column, reading);
    }

    <T> @Nullable T optional(Column column, Function<String, T> reading) {
        String text = text(column);
        return text.isEmpty() ? null : checked(column, () -> reading.apply(text));
    }

    /** The items that could be read; each of the others is a fault. */
    <T> List<T> list(Column column, Function<String, T> reading) {
        List<T> items = new ArrayList<>();
        for (String item : text(column).split(BETWEEN_ITEMS, -1)) {
            String text = item.strip();
            T value = text.isEmpty() ? null : checked(column, () -> reading.apply(text));
            if (value != null) {
                items.add(value);
            }
        }
        return items;
    }

    <T> @Nullable T checked(Column column, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidValue invalid) {
            fault(column, invalid.reason());
            return null;
        }
    }

    void check(Column column, Runnable rule) {
        try {
            rule.run();
        } catch (InvalidValue invalid) {
            fault(column, invalid.reason());
        }
    }

    void fault(Column column, String reason) {
        faults.add(new Fault(row.line(), column.header(), reason));
    }
}

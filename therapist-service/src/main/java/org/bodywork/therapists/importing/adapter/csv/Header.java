package org.bodywork.therapists.importing.adapter.csv;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bodywork.therapists.importing.domain.UnusableHeader;
import org.jspecify.annotations.Nullable;

/** Which field of a record is which column. */
final class Header {

    private static final int LONGEST_NAME_SHOWN = 60;

    private final Map<Column, Integer> positions;
    private final List<String> names;

    private Header(Map<Column, Integer> positions, List<String> names) {
        this.positions = positions;
        this.names = names;
    }

    static Header of(List<String> names) {
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        Map<String, String> faults = new TreeMap<>();
        for (int position = 0; position < names.size(); position++) {
            String name = names.get(position).strip();
            Column column = columnNamed(name);
            if (column == null) {
                faults.put(shortened(name), "is not a column of this format");
            } else if (positions.put(column, position) != null) {
                faults.put(name, "is named twice");
            }
        }
        for (Column column : Column.values()) {
            if (column.isRequired() && !positions.containsKey(column)) {
                faults.put(column.header(), "is missing");
            }
        }
        if (!faults.isEmpty()) {
            throw new UnusableHeader("The first line must name each column of the format once.", faults);
        }
        return new Header(positions, names);
    }

    String value(List<String> fields, Column column) {
        Integer position = positions.get(column);
        return position == null ? "" : fields.get(position).strip();
    }

    @Nullable String nameOf(@Nullable Integer field) {
        return field == null || field >= names.size() ? null : names.get(field).strip();
    }

    private static @Nullable Column columnNamed(String name) {
        for (Column column : Column.values()) {
            if (column.header().equals(name)) {
                return column;
            }
        }
        return null;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME_SHOWN ? name : name.substring(0, LONGEST_NAME_SHOWN) + "…";
    }
}

package org.bodywork.therapists.importing.adapter.csv;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row as a practice would write it, with single cells changed. */
public final class TestRow {

    private final Map<Column, String> cells;

    private TestRow(Map<Column, String> cells) {
        this.cells = cells;
    }

    public static String header() {
        return Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(","));
    }

    /** As files had it before there were columns that may be missing. */
    static String firstHeader() {
        return Arrays.stream(Column.values())
                .filter(Column::isRequired)
                .map(Column::header)
                .collect(Collectors.joining(","));
    }

    /** A whole file. */
    public static String file(TestRow... rows) {
        return Stream.concat(Stream.of(header()), Stream.of(rows).map(TestRow::line))
                .collect(Collectors.joining("\n"));
    }

    /** A therapist at one practice. */
    public static TestRow aTherapist(String id) {
        return aPractice("quiet-oak")
                .with("therapist_id", id)
                .with("therapist_name", "Lucía Ortega")
                .with("pronouns", "she/her")
                .with("gender", "woman")
                .with("email", id + "@demo.example")
                .with("languages", "en;es")
                .with("modalities", "swedish;hot-stone")
                .with("conditions", "back-pain:9;poor-sleep:7")
                .with("approach", "I begin slowly.")
                .with("licence_number", "MO-46288")
                .with("licence_state", "MO")
                .with("licence_expires", "2027-08-31")
                .with("licence_checked", "2026-03-13")
                .with("treatments", "swedish-60|Swedish massage 60|swedish|60|95.00|15")
                .with("hours", "mon 09:00-12:00 13:00-17:00;tue 10:00-17:00")
                .with("instant", "true");
    }

    /** A practice nobody has claimed. */
    public static TestRow aPractice(String id) {
        return new TestRow(new EnumMap<>(Column.class))
                .with("practice_id", id)
                .with("practice_name", "Quiet Oak")
                .with("practice_kind", "wellness-center")
                .with("practice_phone", "+13145550112")
                .with("practice_email", "desk@demo.example")
                .with("location_id", "morganford")
                .with("location_name", "Tower Grove South")
                .with("street", "3187 Morganford Rd")
                .with("city", "St. Louis")
                .with("state", "MO")
                .with("zip", "63116")
                .with("area", "st-louis")
                .with("lat", "38.6013")
                .with("lon", "-90.2664")
                .with("zone", "America/Chicago")
                .with("rooms", "Acorn;Bur Oak")
                .with("demo", "true");
    }

    public TestRow with(String column, String value) {
        Map<Column, String> changed = new EnumMap<>(Column.class);
        changed.putAll(cells);
        changed.put(Column.valueOf(column.toUpperCase(Locale.ROOT)), value);
        return new TestRow(changed);
    }

    public String get(String column) {
        return cells.getOrDefault(Column.valueOf(column.toUpperCase(Locale.ROOT)), "");
    }

    public String line() {
        return line(Arrays.stream(Column.values()));
    }

    String firstLine() {
        return line(Arrays.stream(Column.values()).filter(Column::isRequired));
    }

    private String line(Stream<Column> columns) {
        return columns.map(column -> quoted(cells.getOrDefault(column, ""))).collect(Collectors.joining(","));
    }

    private static String quoted(String value) {
        return value.contains(",") || value.contains("\"") || value.contains("\n")
                ? '"' + value.replace("\"", "\"\"") + '"'
                : value;
    }
}

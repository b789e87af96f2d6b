package org.bodywork.allinone.journey;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A therapist of the demo listings and the first of their treatments.
 *
 * @param id the practice's own word for the therapist
 * @param email where their sign-in codes go
 * @param instant whether they confirm at once
 */
public record DemoTherapist(String id, String treatment, String email, boolean instant) {

    /** All that the file lists, in its order. */
    public static List<DemoTherapist> in(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .filter(row -> !row.getField("therapist_id").isBlank())
                .map(DemoTherapist::of)
                .toList();
    }

    private static DemoTherapist of(NamedCsvRecord row) {
        return new DemoTherapist(
                row.getField("therapist_id"),
                row.getField("treatments").split("[|]", 2)[0],
                row.getField("email"),
                Boolean.parseBoolean(row.getField("instant")));
    }

    /** The id that the directory derives. */
    public UUID therapistId() {
        return derived("therapist:" + id);
    }

    /** The id that the directory derives. */
    public UUID treatmentId() {
        return derived("treatment:" + id + ":" + treatment);
    }

    private static UUID derived(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

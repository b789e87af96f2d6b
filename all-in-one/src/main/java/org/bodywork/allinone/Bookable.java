package org.bodywork.allinone;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bodywork.allinone.terminal.Trouble;

/**
 * A treatment that can be looked up in the public API, named by the practice's own ids.
 *
 * @param therapist as in the CSV file
 * @param treatment as in the CSV file, unique for the therapist
 */
public record Bookable(String therapist, String treatment) {

    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 50;
    private static final int OK = 200;

    /** The first treatment of every therapist in the file. */
    static List<Bookable> firstOfEach(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .filter(row -> !row.getField("therapist_id").isBlank())
                .map(Bookable::first)
                .toList();
    }

    private static Bookable first(NamedCsvRecord row) {
        return new Bookable(
                row.getField("therapist_id"), row.getField("treatments").split("[|]", 2)[0]);
    }

    /** The id that the directory derives. */
    public UUID therapistId() {
        return derived("therapist:" + therapist);
    }

    /** The id that the directory derives. */
    public UUID treatmentId() {
        return derived("treatment:" + therapist + ":" + treatment);
    }

    private static UUID derived(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until the bookings answer for it, which they do once the directory's events have reached them. */
    void awaitKnown(URI bookings, ServiceCalls calls) {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        URI openings = bookings.resolve("/api/openings?therapistId=%s&treatmentId=%s&from=%s&to=%s"
                .formatted(therapistId(), treatmentId(), tomorrow, tomorrow));
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (calls.get(openings).statusCode() != OK) {
            if (System.nanoTime() > deadline) {
                throw new Trouble(
                        "booking-service did not learn of the demo therapist %s within %d s; see ./bodywork logs booking-service"
                                .formatted(therapist, KNOWN_WITHIN.toSeconds()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("The start was interrupted.", e);
        }
    }
}

package org.bodywork.therapists.importing.adapter.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.importing.domain.ImportRow.Listing;
import org.bodywork.therapists.importing.domain.ImportRow.Refused;

/** Reads a whole file in a test, in chunks as small as one likes. */
final class ReadFile {

    static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private ReadFile() {}

    static List<ImportRow> of(String... lines) {
        return of(String.join("\n", lines).getBytes(UTF_8), Integer.MAX_VALUE);
    }

    static List<ImportRow> of(byte[] bytes, int chunkSize) {
        ListingFile file = new ListingFile(TODAY);
        List<ImportRow> rows = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += Math.min(chunkSize, bytes.length - at)) {
            rows.addAll(file.feed(ByteBuffer.wrap(bytes, at, Math.min(chunkSize, bytes.length - at))));
        }
        rows.addAll(file.finish());
        return rows;
    }

    /** Every row in few words: `2 imported`, or `3 email: is required` for each fault. */
    static List<String> told(List<ImportRow> rows) {
        return rows.stream().map(ReadFile::told).toList();
    }

    private static String told(ImportRow row) {
        return switch (row) {
            case Listing listing -> listing.line() + " read";
            case Refused refused ->
                refused.faults().stream()
                        .map(fault -> fault.line() + " " + fault.column() + ": " + fault.reason())
                        .collect(Collectors.joining(" + "));
        };
    }
}

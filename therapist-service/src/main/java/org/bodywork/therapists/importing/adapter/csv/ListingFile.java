package org.bodywork.therapists.importing.adapter.csv;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.therapists.importing.domain.ImportRow;

/**
 * One file of listings, read as its bytes arrive and never held whole. For one thread at a time.
 *
 * <p>Throws {@link org.bodywork.therapists.importing.domain.UnusableHeader} when the first line is no header of this
 * format; anything wrong further down costs only its own row.
 */
public final class ListingFile {

    private final LineAssembler lines = new LineAssembler();
    private final RecordReader records = new RecordReader();
    private final ListingRows rows;

    /** Takes the day that nothing in the file may have been checked after. */
    public ListingFile(LocalDate today) {
        this.rows = new ListingRows(today);
    }

    public List<ImportRow> feed(ByteBuffer chunk) {
        return read(lines.feed(chunk).stream().flatMap(line -> records.feed(line).stream()));
    }

    /** What a last line without a line break held, or a quote that was never closed. */
    public List<ImportRow> finish() {
        List<CsvRecord> last = new ArrayList<>();
        lines.finish().forEach(line -> last.addAll(records.feed(line)));
        last.addAll(records.finish());
        List<ImportRow> read = read(last.stream());
        rows.finish();
        return read;
    }

    private List<ImportRow> read(Stream<CsvRecord> complete) {
        return complete.flatMap(record -> rows.read(record).stream()).toList();
    }
}

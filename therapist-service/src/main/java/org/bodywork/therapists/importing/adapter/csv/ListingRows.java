package org.bodywork.therapists.importing.adapter.csv;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bodywork.therapists.importing.domain.Fault;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.importing.domain.ImportRow.ListedTherapist;
import org.bodywork.therapists.importing.domain.UnusableHeader;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/** Makes listings of records; the first record is the header. For one file and one thread. */
final class ListingRows {

    private final LocalDate today;
    private @Nullable Header header;

    ListingRows(LocalDate today) {
        this.today = today;
    }

    /** Nothing for the header itself. */
    List<ImportRow> read(CsvRecord record) {
        Header known = header;
        if (known == null) {
            header = header(record);
            return List.of();
        }
        return List.of(
                switch (record) {
                    case CsvRecord.Row row -> listing(known, row);
                    case CsvRecord.Broken broken -> refused(known, broken);
                });
    }

    void finish() {
        if (header == null) {
            throw new UnusableHeader("The file is empty: the first line must name the columns.", Map.of());
        }
    }

    private static Header header(CsvRecord record) {
        return switch (record) {
            case CsvRecord.Row row -> Header.of(row.values());
            case CsvRecord.Broken broken ->
                throw new UnusableHeader("The first line cannot be read: %s.".formatted(broken.reason()), Map.of());
        };
    }

    private static ImportRow refused(Header header, CsvRecord.Broken broken) {
        Fault fault = new Fault(broken.line(), header.nameOf(broken.field()), broken.reason());
        return new ImportRow.Refused(broken.line(), List.of(fault), null, true);
    }

    private ImportRow listing(Header header, CsvRecord.Row row) {
        Cells cells = new Cells(header, row);
        Practice practice = new PracticeCells(cells).practice();
        ListedTherapist therapist = therapist(cells, practice);
        return practice == null || cells.hasFaults()
                ? refused(cells, row)
                : new ImportRow.Listing(row.line(), practice, therapist);
    }

    private static ImportRow refused(Cells cells, CsvRecord.Row row) {
        String named = cells.text(Column.THERAPIST_ID);
        TherapistId therapist = Slug.isOne(named) ? TherapistId.ofExternal(new Slug(named)) : null;
        return new ImportRow.Refused(row.line(), cells.faults(), therapist, therapist == null && !named.isEmpty());
    }

    private @Nullable ListedTherapist therapist(Cells cells, @Nullable Practice practice) {
        TherapistCells ofTherapist = new TherapistCells(cells, today);
        if (cells.isEmpty(Column.THERAPIST_ID)) {
            ofTherapist.requireNone();
            return null;
        }
        return ofTherapist.therapist(practice);
    }
}

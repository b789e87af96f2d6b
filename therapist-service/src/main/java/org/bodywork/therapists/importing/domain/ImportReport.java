package org.bodywork.therapists.importing.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a file, or of its rows so far.
 *
 * @param complete no row is left
 * @param rows all rows after the header, which is the sum of imported, unchanged and refused rows
 * @param missing of a practice that was to be replaced: how many listed therapists the file does not name
 * @param withdrawn how many of them were taken off the listings
 * @param refused why rows were refused; where the rows so far are told again and again, only what is new
 */
public record ImportReport(
        boolean complete,
        int rows,
        int imported,
        int unchanged,
        int refusedRows,
        int missing,
        int withdrawn,
        List<Fault> refused) {

    /** So that a file of nothing but bad rows is answered in a body of modest size. */
    public static final int MOST_FAULTS = 1000;

    public ImportReport {
        refused = List.copyOf(refused);
    }

    /** One report for two that followed each other, with the first {@value #MOST_FAULTS} faults. */
    public ImportReport followedBy(ImportReport later) {
        List<Fault> all = new ArrayList<>(refused);
        int room = MOST_FAULTS - all.size();
        all.addAll(later.refused.subList(0, Math.min(room, later.refused.size())));
        return new ImportReport(
                later.complete,
                later.rows,
                later.imported,
                later.unchanged,
                later.refusedRows,
                later.missing,
                later.withdrawn,
                all);
    }
}

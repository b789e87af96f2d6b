package org.bodywork.therapists.importing.domain;

import java.util.List;

/**
 * What became of a file.
 *
 * @param rows all rows after the header, which is the sum of imported, unchanged and refused rows
 * @param refused why rows were refused, the first {@value #MOST_FAULTS} faults
 */
public record ImportReport(int rows, int imported, int unchanged, int refusedRows, List<Fault> refused) {

    /** So that a file of nothing but bad rows is answered in a body of modest size. */
    public static final int MOST_FAULTS = 1000;

    public ImportReport {
        refused = List.copyOf(refused);
    }
}

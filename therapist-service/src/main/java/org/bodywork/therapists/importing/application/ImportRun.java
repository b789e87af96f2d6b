package org.bodywork.therapists.importing.application;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bodywork.therapists.importing.domain.Fault;
import org.bodywork.therapists.importing.domain.FileSoFar;
import org.bodywork.therapists.importing.domain.ImportReport;
import org.bodywork.therapists.importing.domain.ImportRow.Listing;
import org.bodywork.therapists.listing.domain.Practice;

/** How far one import has come. Rows are handled one after the other. */
final class ImportRun {

    private final FileSoFar file = new FileSoFar();
    private final Set<Practice> practices = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private int imported;
    private int unchanged;
    private int refused;

    List<Fault> contradictions(Listing listing) {
        return file.contradictions(listing);
    }

    boolean hasKept(Practice practice) {
        return practices.contains(practice);
    }

    void keptPractice(Practice practice) {
        practices.add(practice);
    }

    void kept(boolean changed) {
        if (changed) {
            imported++;
        } else {
            unchanged++;
        }
    }

    void refused(List<Fault> why) {
        refused++;
        int room = ImportReport.MOST_FAULTS - faults.size();
        faults.addAll(why.subList(0, Math.min(room, why.size())));
    }

    ImportReport report() {
        return new ImportReport(imported + unchanged + refused, imported, unchanged, refused, faults);
    }
}

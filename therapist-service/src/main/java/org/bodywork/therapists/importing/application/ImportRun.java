package org.bodywork.therapists.importing.application;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bodywork.therapists.importing.domain.Fault;
import org.bodywork.therapists.importing.domain.FileSoFar;
import org.bodywork.therapists.importing.domain.ImportReport;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.store.Kept;

/** How far one import has come. Batches are handled one after the other. */
final class ImportRun {

    private final FileSoFar file = new FileSoFar();
    private final Set<Practice> practices = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private int imported;
    private int unchanged;
    private int refused;

    Batch judged(List<ImportRow> rows) {
        return new Batch(rows, file::contradictions);
    }

    boolean hasKept(Practice practice) {
        return practices.contains(practice);
    }

    void keptPractices(Map<Practice, Kept> kept) {
        kept.forEach((practice, how) -> {
            if (how != Kept.TAKEN) {
                practices.add(practice);
            }
        });
    }

    void handled(Batch batch) {
        batch.rows().forEach(this::handled);
    }

    private void handled(Batch.Row row) {
        if (!row.faults().isEmpty()) {
            refused(row.faults());
        } else if (row.changed()) {
            imported++;
        } else {
            unchanged++;
        }
    }

    private void refused(List<Fault> why) {
        refused++;
        int room = ImportReport.MOST_FAULTS - faults.size();
        faults.addAll(why.subList(0, Math.min(room, why.size())));
    }

    ImportReport report() {
        return new ImportReport(imported + unchanged + refused, imported, unchanged, refused, faults);
    }
}

package org.bodywork.therapists.importing.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.importing.domain.Fault;
import org.bodywork.therapists.importing.domain.FileSoFar;
import org.bodywork.therapists.importing.domain.ImportOrder;
import org.bodywork.therapists.importing.domain.ImportReport;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.importing.domain.ImportRow.Listing;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.store.Kept;

/** How far one import has come. Batches are handled one after the other. */
final class ImportRun {

    private final ImportOrder order;
    private final FileSoFar file = new FileSoFar();
    private final Set<Place> places = new HashSet<>();
    private final Map<EmailAddress, AccountId> foreseen = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private int imported;
    private int unchanged;
    private int refused;
    private int missing;
    private int withdrawn;

    /** All that rows which do not contradict each other may tell of one location and its practice. */
    private record Place(LocationId location, boolean claimed) {

        static Place of(Practice practice) {
            return new Place(practice.locations().getFirst().id(), practice.claimed());
        }
    }

    ImportRun(ImportOrder order) {
        this.order = order;
    }

    ImportOrder order() {
        return order;
    }

    Batch judged(List<ImportRow> rows) {
        return new Batch(rows, this::faultsOf);
    }

    private List<Fault> faultsOf(Listing row) {
        return order.only() == null || order.only().equals(row.practice().id())
                ? file.contradictions(row)
                : List.of(new Fault(row.line(), "practice_id", "is another practice than the one this import is for"));
    }

    boolean hasKept(Practice practice) {
        return places.contains(Place.of(practice));
    }

    void keptPractices(Map<Practice, Kept> kept) {
        kept.forEach((practice, how) -> {
            if (how != Kept.TAKEN) {
                places.add(Place.of(practice));
            }
        });
    }

    /** Nothing is stored in a dry run, so the addresses that earlier rows would have got are remembered here. */
    boolean foreseesAsAnothers(EmailAddress email, AccountId account) {
        return !foreseen.computeIfAbsent(email, _ -> account).equals(account);
    }

    void withdrew(int howMany, int ofMissing) {
        withdrawn = howMany;
        missing = ofMissing;
    }

    void handled(Batch batch) {
        batch.rows().forEach(this::handled);
    }

    private void handled(Batch.Row row) {
        if (!row.faults().isEmpty()) {
            refused++;
            faults.addAll(row.faults());
        } else if (row.changed()) {
            imported++;
        } else {
            unchanged++;
        }
    }

    /** Up to here, with the faults that were not told yet. */
    ImportReport report(boolean complete) {
        ImportReport report = new ImportReport(
                complete, imported + unchanged + refused, imported, unchanged, refused, missing, withdrawn, faults);
        faults.clear();
        return report;
    }
}

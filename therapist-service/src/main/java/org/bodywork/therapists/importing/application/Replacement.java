package org.bodywork.therapists.importing.application;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bodywork.therapists.importing.domain.ImportOrder;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.importing.domain.ImportRow.ListedTherapist;
import org.bodywork.therapists.importing.domain.ImportRow.Listing;
import org.bodywork.therapists.importing.domain.ImportRow.Refused;
import org.bodywork.therapists.importing.domain.UnsafeReplacement.NobodyListed;
import org.bodywork.therapists.importing.domain.UnsafeReplacement.TooManyMissing;
import org.bodywork.therapists.importing.domain.UnsafeReplacement.TooManyRows;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All rows of a file that stands for one practice's whole listings. */
record Replacement(List<ImportRow> rows) {

    /** More than any practice has therapists, and little enough to hold. */
    private static final int MOST_ROWS = 2_000;

    static Mono<Replacement> read(Flux<ImportRow> rows) {
        return rows.take(MOST_ROWS + 1L)
                .collectList()
                .flatMap(all -> all.size() > MOST_ROWS
                        ? Mono.error(() -> new TooManyRows(MOST_ROWS))
                        : Mono.just(new Replacement(all)));
    }

    /**
     * Whom the file leaves out of those that are listed. A refused row counts for the therapist it names.
     *
     * @throws org.bodywork.therapists.importing.domain.UnsafeReplacement when it leaves out too many
     */
    Set<TherapistId> missing(List<TherapistId> listed, PracticeId practice, ImportOrder order) {
        if (rows.stream().noneMatch(row -> row instanceof Listing good && lists(good, practice))) {
            throw new NobodyListed();
        }
        Set<TherapistId> missing = new HashSet<>(listed);
        rows.forEach(row -> {
            switch (row) {
                case Listing(int _, var _, ListedTherapist named)
                when named != null -> missing.remove(named.therapist().id());
                case Refused refused when refused.therapist() != null -> missing.remove(refused.therapist());
                default -> {}
            }
        });
        if (!order.allowsWithdrawing(missing.size(), listed.size())) {
            throw new TooManyMissing(missing.size(), listed.size());
        }
        return missing;
    }

    private static boolean lists(Listing row, PracticeId practice) {
        return row.therapist() != null && row.practice().id().equals(practice);
    }

    /** A line cannot be read at all, so nobody is known to be left out. */
    boolean mayNameAnybody() {
        return rows.stream().anyMatch(row -> row instanceof Refused refused && refused.mayBeAnybodys());
    }
}

package org.bodywork.therapists.importing.application;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bodywork.therapists.importing.domain.Fault;
import org.bodywork.therapists.importing.domain.ImportRow;
import org.bodywork.therapists.importing.domain.ImportRow.ListedTherapist;
import org.bodywork.therapists.importing.domain.ImportRow.Listing;
import org.bodywork.therapists.importing.domain.ImportRow.Refused;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.store.Kept;
import org.jspecify.annotations.Nullable;

/** Rows that are stored together, in the order of the file. A row stands until something speaks against it. */
final class Batch {

    private final List<Row> rows;

    /** Takes how a listing's contradictions to the rows before it are found. */
    Batch(List<ImportRow> rows, Function<Listing, List<Fault>> contradictions) {
        this.rows = rows.stream().map(row -> judged(row, contradictions)).toList();
    }

    private static Row judged(ImportRow row, Function<Listing, List<Fault>> contradictions) {
        return switch (row) {
            case Refused refused -> new Row(null, refused.faults());
            case Listing listing -> new Row(listing, contradictions.apply(listing));
        };
    }

    /** Of the rows that stand, each its own. */
    List<ListedTherapist> therapists() {
        return standing()
                .map(Listing::therapist)
                .<ListedTherapist>mapMulti((therapist, next) -> {
                    if (therapist != null) {
                        next.accept(therapist);
                    }
                })
                .toList();
    }

    /** Of the rows that stand, with the practice each row names. */
    Map<Therapist, Practice> practicesOfTherapists() {
        Map<Therapist, Practice> practices = new LinkedHashMap<>();
        standing().forEach(listing -> {
            ListedTherapist listed = listing.therapist();
            if (listed != null) {
                practices.put(listed.therapist(), listing.practice());
            }
        });
        return practices;
    }

    /** Of the rows that stand, each once. */
    List<Practice> practices() {
        return standing().map(Listing::practice).distinct().toList();
    }

    private Stream<Listing> standing() {
        return rows.stream().map(Row::standing).<Listing>mapMulti((listing, next) -> {
            if (listing != null) {
                next.accept(listing);
            }
        });
    }

    /**
     * Notes what became of something that belongs to the row's therapist.
     *
     * @param column where what was taken stands
     */
    <K> void settleTherapists(Map<K, Kept> kept, Function<ListedTherapist, K> id, String column, String whyRefused) {
        for (Row row : rows) {
            Listing listing = row.standing();
            ListedTherapist therapist = listing == null ? null : listing.therapist();
            if (therapist != null) {
                row.settle(kept.get(id.apply(therapist)), column, whyRefused);
            }
        }
    }

    /** A practice is changed by the first row that names it; where it cannot be stored, none of its rows can. */
    void settlePractices(Map<Practice, Kept> kept, String column, String whyRefused) {
        Set<Practice> seen = new HashSet<>();
        for (Row row : rows) {
            Listing listing = row.standing();
            if (listing != null) {
                Kept practice = kept.get(listing.practice());
                boolean first = seen.add(listing.practice());
                row.settle(practice == Kept.CHANGED && !first ? Kept.UNCHANGED : practice, column, whyRefused);
            }
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** A row, and what is known of it so far. */
    static final class Row {

        private final @Nullable Listing listing;
        private List<Fault> faults;
        private boolean changed;

        private Row(@Nullable Listing listing, List<Fault> faults) {
            this.listing = listing;
            this.faults = faults;
        }

        private @Nullable Listing standing() {
            return faults.isEmpty() ? listing : null;
        }

        private void settle(@Nullable Kept kept, String column, String whyRefused) {
            if (kept == Kept.TAKEN && listing != null) {
                faults = List.of(new Fault(listing.line(), column, whyRefused));
            }
            changed |= kept == Kept.CHANGED;
        }

        List<Fault> faults() {
            return faults;
        }

        boolean changed() {
            return changed;
        }
    }
}

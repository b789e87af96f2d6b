package org.bodywork.therapists.importing.adapter.csv;

import static org.bodywork.therapists.importing.adapter.csv.Column.TREATMENTS;

import java.util.List;
import org.bodywork.therapists.listing.domain.Clients;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Treatment;
import org.bodywork.therapists.listing.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/** Reads `swedish-60|Swedish massage 60|swedish|60|95.00|15`, joined by semicolons. */
final class TreatmentsCell {

    /** Lets a treatment be checked although its therapist's id cannot be read; the row is refused for the id. */
    private static final Slug STAND_IN = new Slug("unknown");

    private final Cells cells;

    TreatmentsCell(Cells cells) {
        this.cells = cells;
    }

    List<Treatment> treatments(@Nullable Slug therapist, @Nullable Practice practice) {
        if (cells.isEmpty(TREATMENTS)) {
            cells.fault(TREATMENTS, "is required");
        }
        Slug owner = therapist == null ? STAND_IN : therapist;
        boolean roomNeeded =
                practice != null && !practice.locations().getFirst().rooms().isEmpty();
        return cells.list(TREATMENTS, text -> treatment(text, owner, roomNeeded));
    }

    private static Treatment treatment(String text, Slug therapist, boolean roomNeeded) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 6) {
            throw Notation.unlike("a treatment of six parts: id|name|modality|minutes|price|buffer", text);
        }
        Slug id = new Slug(parts[0]);
        return new Treatment(
                TreatmentId.ofExternal(therapist, id),
                id,
                parts[1],
                Modality.ofSlug(parts[2]),
                Notation.wholeNumber(parts[3]),
                Money.of(parts[4]),
                Notation.wholeNumber(parts[5]),
                roomNeeded,
                Clients.ANY);
    }
}

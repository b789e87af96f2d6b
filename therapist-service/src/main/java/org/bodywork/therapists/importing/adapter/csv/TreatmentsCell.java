package org.bodywork.therapists.importing.adapter.csv;

import static org.bodywork.therapists.importing.adapter.csv.Column.TREATMENTS;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.bodywork.therapists.listing.domain.Clients;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Money;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Treatment;
import org.bodywork.therapists.listing.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/**
 * Reads `swedish-60|Swedish massage 60|swedish|60|95.00|15`, joined by semicolons. A seventh part may name the rooms any of
 * which would do, such as `Elm+Oak`, or say `none`.
 */
final class TreatmentsCell {

    /** Lets a treatment be checked although its therapist's id cannot be read; the row is refused for the id. */
    private static final Slug STAND_IN = new Slug("unknown");

    static final String NO_ROOM = "none";
    static final String BETWEEN_ROOMS = "+";

    /** Those that have to be there. */
    private static final int PARTS = 6;

    private final Cells cells;

    TreatmentsCell(Cells cells) {
        this.cells = cells;
    }

    List<Treatment> treatments(@Nullable Slug therapist, @Nullable Practice practice) {
        if (cells.isEmpty(TREATMENTS)) {
            cells.fault(TREATMENTS, "is required");
        }
        Slug owner = therapist == null ? STAND_IN : therapist;
        List<String> there =
                practice == null ? List.of() : practice.locations().getFirst().rooms();
        return cells.list(TREATMENTS, text -> treatment(text, owner, there));
    }

    private static Treatment treatment(String text, Slug therapist, List<String> there) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != PARTS && parts.length != PARTS + 1) {
            throw Notation.unlike(
                    "a treatment of six parts: id|name|modality|minutes|price|buffer, or seven with its rooms", text);
        }
        Slug id = new Slug(parts[0]);
        boolean without = parts.length > PARTS && parts[PARTS].equals(NO_ROOM);
        List<String> rooms = parts.length == PARTS || without ? List.of() : rooms(parts[PARTS], there);
        return new Treatment(
                TreatmentId.ofExternal(therapist, id),
                id,
                parts[1],
                Modality.ofSlug(parts[2]),
                Notation.wholeNumber(parts[3]),
                Money.of(parts[4]),
                Notation.wholeNumber(parts[5]),
                !without && !there.isEmpty(),
                rooms,
                Clients.ANY);
    }

    private static List<String> rooms(String text, List<String> there) {
        return Arrays.stream(text.split(Pattern.quote(BETWEEN_ROOMS), -1))
                .map(room -> Treatment.requireOneOf(there, room))
                .toList();
    }
}

package org.bodywork.therapists.importing.adapter.csv;

import static org.bodywork.therapists.importing.adapter.csv.Column.LICENCE_CHECKED;
import static org.bodywork.therapists.importing.adapter.csv.Column.LICENCE_EXPIRES;
import static org.bodywork.therapists.importing.adapter.csv.Column.LICENCE_NUMBER;
import static org.bodywork.therapists.importing.adapter.csv.Column.LICENCE_STATE;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.bodywork.therapists.listing.domain.Address;
import org.bodywork.therapists.listing.domain.Licence;
import org.jspecify.annotations.Nullable;

/** Reads a licence: all of it, or nothing. */
final class LicenceCells {

    private final Cells cells;
    private final LocalDate today;

    LicenceCells(Cells cells, LocalDate today) {
        this.cells = cells;
        this.today = today;
    }

    @Nullable Licence licence() {
        if (Stream.of(LICENCE_NUMBER, LICENCE_STATE, LICENCE_EXPIRES, LICENCE_CHECKED)
                .allMatch(cells::isEmpty)) {
            return null;
        }
        String number = cells.required(LICENCE_NUMBER, Licence::number);
        String state = cells.required(LICENCE_STATE, Address::state);
        LocalDate expires = cells.required(LICENCE_EXPIRES, Notation::date);
        LocalDate checked = cells.optional(LICENCE_CHECKED, text -> Notation.pastDate(text, today));
        if (number == null || state == null || expires == null) {
            return null;
        }
        return cells.checked(LICENCE_EXPIRES, () -> new Licence(number, state, expires, checked));
    }
}

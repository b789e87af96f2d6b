package org.bodywork.therapists.listing.adapter.mongo;

import java.time.LocalDate;
import org.bodywork.therapists.listing.domain.Licence;
import org.jspecify.annotations.Nullable;

/** A licence as stored. */
record StoredLicence(
        String number,
        String state,
        String expires,
        @Nullable String checked) {

    static StoredLicence of(Licence licence) {
        return new StoredLicence(
                licence.number(), licence.state(), licence.expires().toString(), StoredDay.text(licence.checked()));
    }

    Licence licence() {
        return new Licence(number, state, LocalDate.parse(expires), StoredDay.of(checked));
    }
}

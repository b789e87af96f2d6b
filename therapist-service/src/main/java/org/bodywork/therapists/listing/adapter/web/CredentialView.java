package org.bodywork.therapists.listing.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.bodywork.therapists.listing.domain.Licence;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist is licensed as.
 *
 * @param expires the last day it is valid
 * @param checked when it was last looked up at the state's board
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CredentialView(
        String kind,
        String number,
        String state,
        LocalDate expires,
        @Nullable LocalDate checked) {

    static List<CredentialView> of(@Nullable Licence licence) {
        return licence == null
                ? List.of()
                : List.of(new CredentialView(
                        "licence", licence.number(), licence.state(), licence.expires(), licence.checked()));
    }
}

package org.bodywork.therapists.listing.application;

import java.time.Instant;
import java.util.List;
import org.bodywork.therapists.listing.application.StaffContacts.Contact;
import org.bodywork.therapists.listing.domain.ExpiryWarning;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The therapists whose licence somebody has to look at. A warning and the note that it was given are one write. */
public interface ExpiringLicences {

    Mono<Watched> find(TherapistId id);

    /**
     * Warns each of them, and looks again at the next step. Changes nothing when somebody else looked, or the listing was changed,
     * meanwhile: then it is due again.
     *
     * @param next none when no step is left
     */
    Mono<Void> warn(Watched watched, ExpiryWarning warning, List<Contact> staff, @Nullable Instant next);

    /** Looks again at that moment, under the same condition. */
    Mono<Void> rest(Watched watched, @Nullable Instant next);

    /**
     * A therapist as somebody looks at them.
     *
     * @param last the warning given last
     */
    record Watched(
            Therapist therapist,
            long sequence,
            Instant due,
            @Nullable ExpiryWarning last) {}
}

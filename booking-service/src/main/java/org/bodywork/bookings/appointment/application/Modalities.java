package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import reactor.core.publisher.Mono;

/** What kind of massage each treatment is, as listings tell it. */
public interface Modalities {

    /** A word of the vocabulary; empty for a treatment that the listing does not have any more. */
    Mono<String> of(TherapistId therapist, TreatmentId treatment);
}

package org.bodywork.bookings.appointment.application;

import java.util.List;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import reactor.core.publisher.Mono;

/** The staff who answer for a therapist, as far as this service has heard. */
public interface Answerers {

    /** The accounts of the therapist and of those who lead the practice; never empty as a Mono. */
    Mono<List<String>> of(TherapistId therapist, PracticeId practice);

    /** Who that account is at present; empty for one that may answer nothing any more. */
    Mono<Colleague> named(String accountId);
}

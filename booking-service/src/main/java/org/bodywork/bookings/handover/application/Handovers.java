package org.bodywork.bookings.handover.application;

import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.handover.domain.Handover;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All reports of therapists who are away. */
public interface Handovers {

    /** As it is given, or as it is where the same was reported before. */
    Mono<Handover> addOrFind(Handover reported);

    /** Fails with {@link ChangedMeanwhile} when it is no longer the version that it was decided on. */
    Mono<Handover> save(Handover decided);

    Mono<Handover> byId(String id);

    /** The SHA-256 of the secret that opens one of its visits. */
    String hashOf(String one);

    /** By the SHA-256 of the secret of one of its visits. */
    Mono<Handover> bySecretHash(String hash);

    /** The newest, at most fifty. */
    Flux<Handover> of(Colleague asking);
}

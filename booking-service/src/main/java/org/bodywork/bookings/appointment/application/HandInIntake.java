package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Takes the answers of whoever holds the secret link of a visit, and puts them in place of earlier ones. */
public final class HandInIntake {

    private final ManageByLink links;
    private final PrivateTexts texts;
    private final BusinessClock clock;

    public HandInIntake(ManageByLink links, PrivateTexts texts, BusinessClock clock) {
        this.links = links;
        this.texts = texts;
        this.clock = clock;
    }

    public Mono<Appointment> handIn(String secret, GivenIntake given) {
        return Mono.defer(() -> {
            Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
            return links.see(secret)
                    .flatMap(visit -> texts.seal(visit, given, now))
                    .flatMap(intake -> links.answerIntake(secret, intake, given.redFlag()));
        });
    }
}

package org.bodywork.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import org.bodywork.notifications.Town.Booking;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody notices a message that was never planned, so somebody has to look. */
@WholeService
class ReconciliationIT {

    private final Town town;
    private final BusinessClock clock;
    private final MeterRegistry meters;

    ReconciliationIT(@Autowired Town town, @Autowired BusinessClock clock, @Autowired MeterRegistry meters) {
        this.town = town;
        this.clock = clock;
        this.meters = meters;
    }

    @Test
    void asksAMinuteLaterForWhatItHasNeverHeardOfAndCountsIt() {
        String unheard = UUID.randomUUID().toString();
        double before = differences();
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "republish")) {
            town.checkpoint(unheard, 1);
            clock.moveTo(clock.offset().plus(Duration.ofMinutes(1)));

            var asked = probe.await("republish", event -> event.value().contains(unheard));

            EventContract.of("org.bodywork.republish.requested.v1").assertFits(asked.value());
        }
        assertThat(differences()).isGreaterThan(before);
    }

    @Test
    void plansAgainWhatIsMissingInTheLedger() {
        Booking booking = town.aBooking();
        town.confirmed(booking, 1);
        town.awaitReminders(booking);
        town.losesItsReminders(booking);

        clock.moveTo(clock.offset().plus(Duration.ofHours(1)));

        town.awaitReminders(booking);
        Await.until(
                "the difference is counted",
                () -> meters.counter("reconciler.differences", "what", "message")
                        .count(),
                count -> count > 0);
    }

    private double differences() {
        return meters.counter("reconciler.differences", "what", "visit").count();
    }
}

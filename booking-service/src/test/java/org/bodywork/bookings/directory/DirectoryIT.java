package org.bodywork.bookings.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.util.List;
import org.bodywork.bookings.TherapistInTown;
import org.bodywork.bookings.Town;
import org.bodywork.bookings.WholeService;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeService
class DirectoryIT {

    private static final String OCCUPANCY = "occupancy";

    private final Town town;

    DirectoryIT(@Autowired Town town) {
        this.town = town;
    }

    @Test
    void tellsEveryInstanceToForgetATherapistWhoseListingChanged() {
        TherapistInTown june = bookedInstantly();
        try (EventProbe probe = probe()) {
            town.settle(june);

            SeenEvent event = probe.await(OCCUPANCY, seen -> isAbout(june, seen));

            assertThat(event.type()).isEqualTo("org.bodywork.occupancy.changed.v1");
            assertThat(event.key()).isEqualTo(june.id());
            assertThat(event.data().at("/dates").isEmpty()).isTrue();
        }
    }

    @Test
    void tellsNothingWhenAListingComesAgainOrLate() {
        TherapistInTown june = bookedInstantly().closingAt("12:00", 5);
        TherapistInTown may = bookedInstantly();
        try (EventProbe probe = probe()) {
            town.settle(june);
            probe.await(OCCUPANCY, seen -> isAbout(june, seen));
            town.publish(june.closingAt("12:00", 5));
            town.publish(june.closingAt("17:00", 4));
            town.awaitAllHandled(june);
            town.settle(may);
            probe.await(OCCUPANCY, seen -> isAbout(may, seen));

            List<SeenEvent> told = probe.upToNow(OCCUPANCY).stream()
                    .filter(seen -> isAbout(june, seen))
                    .toList();

            assertThat(told).as("told once, at first").hasSize(1);
        }
    }

    private static EventProbe probe() {
        return EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), OCCUPANCY);
    }

    private static boolean isAbout(TherapistInTown therapist, SeenEvent event) {
        return event.text("/therapistId").equals(therapist.id());
    }
}

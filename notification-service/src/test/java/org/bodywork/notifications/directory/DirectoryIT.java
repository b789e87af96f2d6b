package org.bodywork.notifications.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.testing.contracts.ExampleEvent;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.junit.jupiter.api.Test;

@MongoContract
class DirectoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Visit visit = aConfirmedVisit().build();
    private final ExampleEvent practice = ExampleEvent.of("org.bodywork.practice.changed.v1", "full")
            .withId(visit.practice().value())
            .with("/locations/0/id", visit.location().value());
    private final ExampleEvent therapist = ExampleEvent.of("org.bodywork.therapist.changed.v1", "full")
            .withId(visit.therapist().value());

    private final DirectoryEvents events;
    private final DirectoryPlaces places;

    DirectoryIT(TestDatabase database) {
        events = new DirectoryEvents(new GuardedWrites(database.template()));
        places = new DirectoryPlaces(database.template());
    }

    @Test
    void knowsNoPlaceBeforeItsPractice() {
        events.therapist(received(therapist)).block(PATIENCE);

        assertThat(places.of(visit).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void callsThePlaceAsItsListingDoes() {
        events.practice(received(practice)).block(PATIENCE);
        events.therapist(received(therapist.with("/name", "June Park"))).block(PATIENCE);

        assertThat(places.of(visit).block(PATIENCE))
                .isEqualTo(new Place(
                        "Maplewood Hands",
                        "(314) 555-0142",
                        "hello@maplewood-hands.example",
                        "7300 Manchester Rd, Suite 2, Maplewood, MO 63143",
                        "June Park",
                        new Place.Point(38.6126, -90.3211)));
    }

    @Test
    void keepsTheNewestNameWhateverTheOrder() {
        events.practice(received(practice.withSequence(5).with("/name", "New Name")))
                .block(PATIENCE);

        events.practice(received(practice.withSequence(4).with("/name", "Old Name")))
                .block(PATIENCE);

        assertThat(places.of(visit).blockOptional(PATIENCE))
                .map(Place::practice)
                .contains("New Name");
    }

    @Test
    void forgetsAPhoneThatIsGone() {
        events.practice(received(practice.withSequence(5))).block(PATIENCE);

        events.practice(received(practice.withSequence(6).without("phone"))).block(PATIENCE);

        assertThat(places.of(visit).blockOptional(PATIENCE))
                .get()
                .extracting(Place::phone)
                .isNull();
    }

    private static ReceivedEvent received(ExampleEvent event) {
        return new ReceivedEvent(
                event.topic(), event.key(), event.type(), event.subject(), Instant.EPOCH, event.json());
    }
}

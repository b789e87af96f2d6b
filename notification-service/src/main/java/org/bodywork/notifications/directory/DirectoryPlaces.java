package org.bodywork.notifications.directory;

import java.util.Optional;
import org.bodywork.notifications.notification.application.Places;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Visit;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class DirectoryPlaces implements Places {

    private final ReactiveMongoTemplate mongo;

    DirectoryPlaces(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Place> of(Visit visit) {
        return Mono.zip(practice(visit), therapist(visit), (practice, therapist) -> place(visit, practice, therapist));
    }

    private Mono<PracticeDocument> practice(Visit visit) {
        return mongo.findById(visit.practice().value(), PracticeDocument.class, PracticeDocument.COLLECTION);
    }

    /** A message is clear without the therapist's name, so it need not wait for it. */
    private Mono<Optional<TherapistDocument>> therapist(Visit visit) {
        return mongo.findById(visit.therapist().value(), TherapistDocument.class, TherapistDocument.COLLECTION)
                .singleOptional();
    }

    private static Place place(Visit visit, PracticeDocument practice, Optional<TherapistDocument> therapist) {
        Optional<LocationDocument> location = practice.location(visit.location().value());
        return new Place(
                practice.name(),
                practice.phone(),
                practice.replyTo(),
                location.map(LocationDocument::address).orElse(null),
                therapist.map(TherapistDocument::name).orElse(null),
                location.map(LocationDocument::point).orElse(null));
    }
}

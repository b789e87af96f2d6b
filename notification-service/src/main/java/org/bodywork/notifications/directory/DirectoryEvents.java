package org.bodywork.notifications.directory;

import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.events.ReceivedEvent;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** Keeps the newest name and whereabouts of practices and therapists, whatever order they are told in. */
final class DirectoryEvents {

    private final GuardedWrites writes;
    private final StoredRules rules;

    DirectoryEvents(GuardedWrites writes, StoredRules rules) {
        this.writes = writes;
        this.rules = rules;
    }

    Mono<Void> practice(ReceivedEvent event) {
        return Mono.fromCallable(() -> event.as(PracticeEvent.class)).flatMap(this::keep);
    }

    Mono<Void> therapist(ReceivedEvent event) {
        return Mono.fromCallable(() -> event.as(TherapistEvent.class)).flatMap(this::keep);
    }

    private Mono<Void> keep(PracticeEvent practice) {
        Update state = new Update()
                .set("name", practice.name())
                .set("phone", practice.phone())
                .set("replyTo", practice.replyTo())
                .set(
                        "locations",
                        practice.locations().stream()
                                .map(PracticeEvent.Location::asDocument)
                                .toList());
        // Where a rule is bad the place still has its new name, and the rules are as they were.
        return writes.upsertIfNewer(PracticeDocument.COLLECTION, practice.id(), practice.sequence(), state)
                .then(Mono.defer(() -> rules.keep(practice.id(), practice.sequence(), practice.rules())));
    }

    private Mono<Void> keep(TherapistEvent therapist) {
        Update state = new Update().set("name", therapist.name());
        return writes.upsertIfNewer(TherapistDocument.COLLECTION, therapist.id(), therapist.sequence(), state)
                .then();
    }
}

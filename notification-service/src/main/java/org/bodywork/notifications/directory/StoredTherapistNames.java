package org.bodywork.notifications.directory;

import org.bodywork.notifications.notice.TherapistNames;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class StoredTherapistNames implements TherapistNames {

    private final ReactiveMongoTemplate mongo;

    StoredTherapistNames(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<String> nameOf(String therapistId) {
        return mongo.findById(therapistId, TherapistDocument.class, TherapistDocument.COLLECTION)
                .map(TherapistDocument::name);
    }
}

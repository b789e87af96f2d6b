package org.bodywork.bookings.directory;

import java.util.List;
import org.bodywork.bookings.appointment.application.Modalities;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class MongoModalities implements Modalities {

    private final ReactiveMongoTemplate mongo;

    MongoModalities(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<String> of(TherapistId therapist, TreatmentId treatment) {
        return Copies.read(mongo, Copies.LISTINGS, therapist.toString(), Offered.class)
                .flatMapIterable(Offered::treatments)
                .filter(each -> each.id().equals(treatment.toString()))
                .next()
                .map(Offered.Treatment::modality);
    }

    /** What this reads of a listing. */
    private record Offered(List<Treatment> treatments) {

        private record Treatment(String id, String modality) {}
    }
}

package org.bodywork.bookings.appointment.adapter.mongo;

import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.ClientDocument;
import org.bodywork.bookings.proof.KnownContacts;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Contacts as their newest visit has them. */
@Component
final class MongoContacts implements KnownContacts {

    private final ReactiveMongoTemplate mongo;

    MongoContacts(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Contact> withRef(String client) {
        Query newest = Query.query(Criteria.where("clientRef").is(client))
                .with(Sort.by(Sort.Direction.DESC, "start"))
                .limit(1);
        newest.fields().include("client");
        return mongo.findOne(newest, Stored.class, AppointmentDocument.COLLECTION)
                .map(found -> new Contact(found.client().email(), found.client().locale()));
    }

    record Stored(ClientDocument client) {}
}

package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;

import java.time.Duration;
import java.util.Objects;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.application.TextCipher;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@WholeService
class PrivateTextsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOTE = "Please mind my left knee.";

    private final Town town;
    private final BookingApi api;
    private final ReactiveMongoTemplate mongo;
    private final ClientRecords clients;
    private final TextCipher recordKey;

    PrivateTextsIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired ReactiveMongoTemplate mongo,
            @Autowired ClientRecords clients,
            @Autowired TextCipher recordKey) {
        this.town = town;
        this.api = new BookingApi(port);
        this.mongo = mongo;
        this.clients = clients;
        this.recordKey = recordKey;
    }

    @Test
    void areShownToStaffAndStoredOnlyUnderTheClientsKey() {
        TherapistInTown june = town.settle(TherapistInTown.bookedInstantly());
        String id = bookWithANote(june);

        assertThat(stored(id).toJson()).doesNotContain("knee");
        assertThat(stored(id).getString("note")).startsWith("client-");
        assertThat(noteSeenByStaff(june, id)).isEqualTo(NOTE);
    }

    @Test
    void areGoneOnceTheClientsKeyIsDropped() {
        TherapistInTown june = town.settle(TherapistInTown.bookedInstantly());
        String id = bookWithANote(june);

        clients.forget(stored(id).getString("clientRef")).block(PATIENCE);

        assertThat(noteSeenByStaff(june, id)).isEmpty();
    }

    @Test
    void stayReadableWhenTheyWereSealedBeforeClientsHadKeys() {
        TherapistInTown june = town.settle(TherapistInTown.bookedInstantly());
        String id = bookWithANote(june);
        String sealedBefore = recordKey.seal(id, "note", "From long ago.").value();
        mongo.updateFirst(byId(id), Update.update("note", sealedBefore), "appointments")
                .block(PATIENCE);
        clients.forget(stored(id).getString("clientRef")).block(PATIENCE);

        assertThat(noteSeenByStaff(june, id)).isEqualTo("From long ago.");
    }

    private String bookWithANote(TherapistInTown therapist) {
        return api.book(aBooking(therapist, startAt(town.inTwoWeeks(), "10:00")).put("note", NOTE))
                .text("/id");
    }

    private String noteSeenByStaff(TherapistInTown therapist, String id) {
        return api.get("/api/appointments/" + id, TestTokens.manager("boss", therapist.practiceId()))
                .text("/note");
    }

    private Document stored(String id) {
        return Objects.requireNonNull(
                mongo.findOne(byId(id), Document.class, "appointments").block(PATIENCE));
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}

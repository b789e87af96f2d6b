package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;

import java.time.Duration;
import org.bodywork.platform.testing.Await;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@WholeService
class OneWriteIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Query UNPUBLISHED = Query.query(Criteria.where("relay").exists(true));
    private static final BsonDocument CLEAN_UP = BsonDocument.parse("{'$unset': {'outbox': '', 'relay': ''}}");

    private final Town town;
    private final BookingApi api;
    private final WrittenCommands written;
    private final ReactiveMongoTemplate mongo;

    OneWriteIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired WrittenCommands written,
            @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.api = new BookingApi(port);
        this.written = written;
        this.mongo = mongo;
    }

    /**
     * Looks at every write of the service from the request until the booking's events are out, so a write that is only
     * begun before the answer is not missed. Beside the booking's own there is the relay's clean-up, which is not the
     * booking's to wait for.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isAllThatABookingTakes(boolean instant) {
        TherapistInTown june =
                town.settle(instant ? TherapistInTown.bookedInstantly() : TherapistInTown.answeringRequests());
        town.awaitKnown("nextOpenings", june.id(), 1);
        awaitAllPublished();
        written.forget();

        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
        awaitAllPublished();

        assertThat(booked.status()).isEqualTo(201);
        assertThat(written.seen())
                .filteredOn(command -> !looksForDueWork(command))
                .extracting(OneWriteIT::inWords)
                .containsExactly("insert of 1 into appointments", "clean-up of appointments by the relay");
    }

    private void awaitAllPublished() {
        Await.until(
                "all is published",
                () -> mongo.getCollectionNames()
                        .flatMap(collection -> mongo.count(UNPUBLISHED, collection))
                        .reduce(0L, Long::sum)
                        .blockOptional(PATIENCE)
                        .orElseThrow(),
                unpublished -> unpublished == 0);
    }

    /** Goes on every second, whatever is booked; it writes only where something is due. */
    private static boolean looksForDueWork(BsonDocument command) {
        return command.containsKey("findAndModify")
                && command.getDocument("update").getDocument("$set").containsKey("claim");
    }

    private static String inWords(BsonDocument command) {
        if (command.containsKey("insert")) {
            return "insert of " + command.getArray("documents").size() + " into "
                    + command.getString("insert").getValue();
        }
        if (command.containsKey("update") && isCleanUp(command.getArray("updates"))) {
            return "clean-up of " + command.getString("update").getValue() + " by the relay";
        }
        return command.getFirstKey();
    }

    private static boolean isCleanUp(BsonArray updates) {
        return updates.size() == 1
                && CLEAN_UP.equals(updates.getFirst().asDocument().get("u"));
    }
}

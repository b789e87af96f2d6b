package org.bodywork.platform.testing.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@MongoContract({MongoBacking.EMBEDDED, MongoBacking.MONGOD, MongoBacking.CONTAINER})
class MongoContractIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestDatabase database;
    private final ReactiveMongoTemplate template;

    MongoContractIT(TestDatabase database) {
        this.database = database;
        this.template = database.template();
    }

    @Test
    void givesTheSameDatabaseToConstructorAndTest(TestDatabase ofTheTest) {
        assertThat(ofTheTest).isSameAs(database);
    }

    @Test
    void storesUuidsAndAmountsInTheirStandardForms() {
        var thing = new Thing(UUID.randomUUID(), new BigDecimal("95.00"));

        template.insert(thing, "things").block(PATIENCE);

        var stored = template.findById(thing.id(), Document.class, "things").block(PATIENCE);
        assertThat(stored).containsEntry("price", Decimal128.parse("95.00")).containsEntry("_id", thing.id());
        assertThat(template.findById(thing.id(), Thing.class, "things").block(PATIENCE))
                .isEqualTo(thing);
    }

    // These two pass together only when each has a database of its own: both insert the same id.
    @Test
    void startsFromNothing() {
        insertTheOne();
    }

    @Test
    void startsFromNothingEveryTime() {
        insertTheOne();
    }

    @Test
    void namesTheDatabaseInTheUri() {
        assertThat(database.uri()).matches("mongodb://[^/]+/" + database.name() + "(\\?.*)?");
    }

    private void insertTheOne() {
        template.insert(new Document("_id", "the one"), "things").block(PATIENCE);

        assertThat(template.getCollection("things")
                        .flatMapMany(things -> things.find())
                        .collectList()
                        .block(PATIENCE))
                .containsExactly(new Document("_id", "the one"));
    }

    record Thing(UUID id, BigDecimal price) {}
}

package org.bodywork.platform.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;

@MongoContract
class GuardedWritesIT {

    private final ReactiveMongoTemplate mongo;
    private final GuardedWrites writes;

    GuardedWritesIT(TestDatabase database) {
        mongo = database.template();
        writes = new GuardedWrites(mongo);
    }

    @Test
    void storesTheFirstAndEachNewerState() {
        assertThat(apply(1, "one")).isTrue();
        assertThat(apply(3, "three")).isTrue();

        assertThat(stored()).isEqualTo("three");
    }

    @Test
    void ignoresARepeatAndAnOlderState() {
        apply(3, "three");

        assertThat(apply(3, "again")).isFalse();
        assertThat(apply(2, "two")).isFalse();

        assertThat(stored()).isEqualTo("three");
    }

    @Test
    void endsAtTheNewestWhateverTheOrderOfARace() {
        Flux.range(1, 60)
                .flatMap(sequence ->
                        writes.upsertIfNewer("copies", "a", sequence, new Update().set("name", "state " + sequence)))
                .blockLast();

        assertThat(stored()).isEqualTo("state 60");
    }

    private boolean apply(long sequence, String name) {
        return Boolean.TRUE.equals(writes.upsertIfNewer("copies", "a", sequence, new Update().set("name", name))
                .block());
    }

    private String stored() {
        return Objects.requireNonNull(
                        mongo.findById("a", Document.class, "copies").block())
                .getString("name");
    }
}

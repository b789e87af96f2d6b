package org.bodywork.platform.testing.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.UUID;
import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class BlockHoundTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void findsACallThatBlocksAThreadOfThePipeline() {
        Mono<Integer> sleeping = Mono.fromCallable(() -> {
                    Thread.sleep(1);
                    return 1;
                })
                .subscribeOn(Schedulers.parallel());

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> sleeping.block(PATIENCE))
                .withCauseInstanceOf(BlockingOperationError.class);
    }

    @Test
    void allowsBlockingWhereThreadsAreMadeForIt() {
        Mono<Integer> sleeping = Mono.fromCallable(() -> {
                    Thread.sleep(1);
                    return 1;
                })
                .subscribeOn(Schedulers.boundedElastic());

        assertThat(sleeping.block(PATIENCE)).isEqualTo(1);
    }

    @Test
    void allowsRandomIds() {
        Mono<UUID> id = Mono.fromCallable(UUID::randomUUID).subscribeOn(Schedulers.parallel());

        assertThat(id.block(PATIENCE)).isNotNull();
    }

    @Test
    void findsACallThatBlocksWhereAnswersOfTheDatabaseArrive() {
        Mono<Integer> sleeping = Mono.fromCallable(() -> {
            Thread.sleep(1);
            return 1;
        });
        try (var database = MongoBacking.EMBEDDED.freshDatabase()) {
            Mono<Integer> afterAnAnswer =
                    database.template().insert(new Document("_id", 1), "things").flatMap(_ -> sleeping);

            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> afterAnAnswer.block(PATIENCE))
                    .withCauseInstanceOf(BlockingOperationError.class);
        }
    }

    @Test
    void letsTheServerInJavaWorkAsItLikes() {
        try (var database = MongoBacking.EMBEDDED.freshDatabase()) {
            ReactiveMongoTemplate template = database.template();

            var stored = template.insert(new Document("_id", 1), "things")
                    .subscribeOn(Schedulers.parallel())
                    .block(PATIENCE);

            assertThat(stored).isNotNull();
        }
    }
}

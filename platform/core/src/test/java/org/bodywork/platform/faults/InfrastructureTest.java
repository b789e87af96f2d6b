package org.bodywork.platform.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.bodywork.platform.events.BadEvent;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import reactor.core.publisher.Mono;

class InfrastructureTest {

    @Test
    void seesTroubleThroughWrappers() {
        assertThat(Infrastructure.isTrouble(new RuntimeException(new IOException("reset"))))
                .isTrue();
        assertThat(Infrastructure.isTrouble(
                        new DataAccessResourceFailureException("away", new MongoTimeoutException("no"))))
                .isTrue();
    }

    @Test
    void seesABlockThatRanOutOfTime() {
        RuntimeException late = capture(() -> Mono.never().block(Duration.ofMillis(1)));

        assertThat(Infrastructure.isTrouble(late)).isTrue();
    }

    @Test
    void waitsForABrokerThatHasJustComeAndIsNotLetInYet() {
        var fenced = new InvalidReplicationFactorException("All brokers are currently fenced.");

        assertThat(Infrastructure.isTrouble(new ExecutionException(fenced))).isTrue();
    }

    @Test
    void takesFaultsInDataAndCodeForWhatTheyAre() {
        assertThat(Infrastructure.isTrouble(new BadEvent("no"))).isFalse();
        assertThat(Infrastructure.isTrouble(new NullPointerException())).isFalse();
        assertThat(Infrastructure.isTrouble(new DuplicateKeyException("taken"))).isFalse();
        assertThat(Infrastructure.isTrouble(aRefusedCommand())).isFalse();
    }

    private static MongoCommandException aRefusedCommand() {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(86))
                        .append("errmsg", new BsonString("index options differ")),
                new ServerAddress());
    }

    private static RuntimeException capture(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("did not fail");
    }
}

package org.bodywork.platform.faults;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import reactor.core.Exceptions;

/** Tells trouble that passes by itself (a database or broker away, a time-out) from a fault in data or code. */
public final class Infrastructure {

    private Infrastructure() {}

    /** Whether trying the same again later may succeed without anything else being changed. */
    public static boolean isTrouble(Throwable error) {
        for (Throwable cause = Exceptions.unwrap(error); cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case MongoTimeoutException _,
                    MongoSocketException _,
                    MongoNotPrimaryException _,
                    MongoServerUnavailableException _,
                    MongoWriteConcernException _,
                    MongoInterruptedException _,
                    MongoClientException _ -> true;
            case MongoException mongo ->
                mongo.hasErrorLabel("RetryableWriteError") || mongo.hasErrorLabel("TransientTransactionError");
            case DataAccessResourceFailureException _, TransientDataAccessException _ -> true;
            case RetriableException _, TimeoutException _, IOException _, InterruptedException _ -> true;
            // Kafka's word for fewer brokers than wanted, also while the only one has just come and is not let in yet.
            case InvalidReplicationFactorException _ -> true;
            // Mono.block(Duration) reports its time-out this way.
            case IllegalStateException late
            when late.getMessage() != null -> late.getMessage().startsWith("Timeout on blocking read");
            default -> false;
        };
    }
}

package org.bodywork.platform.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.faults.Infrastructure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What happens to a record that could not be handled: trouble that passes is waited out, in order and as long as it
 * lasts; bad data goes to the dead-letter topic at once and the next record goes on.
 *
 * <p>The dead letter carries the record as it came, where it came from, and the fault in the header
 * {@code bodywork-error}. No stack trace and no library's message: they may quote personal data.
 */
final class ListenerErrors {

    static final String ERROR_HEADER = "bodywork-error";

    private static final Logger log = LoggerFactory.getLogger(ListenerErrors.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private ListenerErrors() {}

    /** For a subscription: bad data goes to the dead-letter topic. */
    static CommonErrorHandler deadLettering(
            KafkaOperations<String, byte[]> kafka, TopicCatalogue catalogue, MeterRegistry registry) {
        DeadLetterPublishingRecoverer toDeadLetters = new DeadLetterPublishingRecoverer(
                kafka,
                (record, error) -> new TopicPartition(catalogue.deadLetterTopicOf(record.topic()), record.partition()));
        toDeadLetters.setFailIfSendResultIsError(true);
        toDeadLetters.setExceptionHeadersCreator((headers, error, isKey, names) ->
                headers.add(ERROR_HEADER, inWords(error).getBytes(StandardCharsets.UTF_8)));
        return handler((record, error) -> {
            toDeadLetters.accept(record, error);
            told(record, error, "dead-lettered", registry);
        });
    }

    /** For a tail: a record it cannot read is passed over once the tail has been told. */
    static CommonErrorHandler passingOver(Runnable onUnreadable, MeterRegistry registry) {
        return handler((record, error) -> {
            onUnreadable.run();
            told(record, error, "passed-over", registry);
        });
    }

    private static CommonErrorHandler handler(ConsumerRecordRecoverer giveUp) {
        DefaultErrorHandler handler = new DefaultErrorHandler(giveUp, waiting());
        // Spring's own list of fatal exceptions is replaced by ours: only the kind of trouble decides.
        handler.setClassifications(Map.of(), true);
        handler.setBackOffFunction((record, error) -> Infrastructure.isTrouble(error) ? waiting() : noMore());
        handler.setLogLevel(KafkaException.Level.DEBUG);
        return handler;
    }

    private static void told(ConsumerRecord<?, ?> record, Exception error, String outcome, MeterRegistry registry) {
        registry.counter("events.consumed", "topic", record.topic(), "outcome", outcome)
                .increment();
        log.warn(
                "{}: topic={} partition={} offset={} error={}",
                outcome,
                record.topic(),
                record.partition(),
                record.offset(),
                inWords(error));
    }

    private static BackOff waiting() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_PAUSE_MILLIS);
        return backOff;
    }

    private static BackOff noMore() {
        return new FixedBackOff(0, 0);
    }

    private static String inWords(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadEvent bad) {
                return bad.getMessage() == null ? "bad event" : bad.getMessage();
            }
            if (cause.getCause() == null) {
                return cause.getClass().getName();
            }
        }
        return error.getClass().getName();
    }
}

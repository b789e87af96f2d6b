package org.bodywork.notifications.notification.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@MongoContract
class MongoReminderCapsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final MongoReminderCaps caps;
    private final String number = "+1314" + UUID.randomUUID();

    MongoReminderCapsIT(TestDatabase database) {
        caps = new MongoReminderCaps(database.template(), address -> "1:" + address);
    }

    @Test
    void letsOneTextADayThrough() {
        NotificationId first = message();

        assertThat(objection(first, MONDAY)).isEmpty();
        assertThat(objection(message(), MONDAY)).contains(Reason.DAILY_CAP);
        // A retry is no second text.
        assertThat(objection(first, MONDAY)).isEmpty();
    }

    @Test
    void letsThreeTextsAWeekThrough() {
        for (int day = 0; day < 3; day++) {
            assertThat(objection(message(), MONDAY.plusDays(day))).isEmpty();
        }

        assertThat(objection(message(), MONDAY.plusDays(3))).contains(Reason.WEEKLY_CAP);
        assertThat(objection(message(), MONDAY.plusDays(7))).isEmpty();
    }

    @Test
    void letsOneOfManyThroughThatComeAtOnce() {
        List<Optional<Reason>> answers = Flux.range(0, 32)
                .flatMap(_ -> caps.objectionTo(message(), number, MONDAY)
                        .singleOptional()
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
    }

    private Optional<Reason> objection(NotificationId message, LocalDate day) {
        return caps.objectionTo(message, number, day).blockOptional(PATIENCE);
    }

    private static NotificationId message() {
        return new NotificationId(UUID.randomUUID().toString());
    }
}

package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.PRACTICE;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.test.StepVerifier;

@MongoContract
class MongoBlocksIT {

    private static final Duration PATIENCE = StoresUnderTest.PATIENCE;
    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());

    private final ReactiveMongoTemplate mongo;
    private final MongoAppointments appointments;
    private final MongoBlocks blocks;

    MongoBlocksIT(TestDatabase database) {
        StoresUnderTest stores = StoresUnderTest.withIndexes(database, SettableClock.at(WEEK_BEFORE));
        mongo = stores.mongo();
        appointments = stores.appointments();
        blocks = stores.blocks();
    }

    @Test
    void areFoundAsTheyWereAdded() {
        Block block = blocks.add(block()).blockOptional(PATIENCE).orElseThrow();

        assertThat(blocks.byId(block.id()).block(PATIENCE)).isEqualTo(block);
        assertThat(holding(block)).containsExactly(block);
        assertThat(appointments.byId(block.id()).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void andVisitsKeepEachOtherOut() {
        appointments
                .add(aRequest().of(JUNE).please(), new Fingerprint("one", "body"))
                .block(PATIENCE);

        StepVerifier.create(blocks.add(block())).verifyError(TimeTaken.class);
    }

    @Test
    void giveTheirTimeBackAndAreDroppedOnceThatIsTold() {
        Block block = blocks.add(block()).blockOptional(PATIENCE).orElseThrow();
        blocks.lift(block.lift(WEEK_BEFORE).orElseThrow()).block(PATIENCE);
        blocks.lift(block.lift(WEEK_BEFORE).orElseThrow()).block(PATIENCE);

        assertThat(holding(block)).isEmpty();
        blocks.drop(block.id()).block(PATIENCE);
        assertThat(blocks.byId(block.id()).block(PATIENCE)).matches(lifted -> !lifted.open());

        mongo.updateFirst(new Query(), new Update().unset("outbox"), AppointmentDocument.COLLECTION)
                .block(PATIENCE);
        blocks.drop(block.id()).block(PATIENCE);
        assertThat(blocks.byId(block.id()).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void areTheOnlyOnesWithAKindOfTheirOwn() {
        appointments
                .add(aRequest().of(JUNE).please(), new Fingerprint("one", "body"))
                .block(PATIENCE);
        mongo.updateFirst(new Query(), new Update().unset("kind"), AppointmentDocument.COLLECTION)
                .block(PATIENCE);

        assertThat(holding(block())).singleElement().isNotInstanceOf(Block.class);
    }

    private List<Holder> holding(Block block) {
        return appointments
                .holding(Resource.therapist(JUNE).keysDuring(block.span()))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static Block block() {
        return new Block(
                new AppointmentId(UUID.randomUUID()),
                true,
                JUNE,
                PRACTICE,
                CHICAGO,
                new TimeSpan(
                        MONDAY_AT_TEN.toInstant(), MONDAY_AT_TEN.plusHours(2).toInstant()),
                "Training.",
                "june",
                WEEK_BEFORE);
    }
}

package org.bodywork.bookings.appointment.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Alternatives;
import org.bodywork.bookings.appointment.domain.AnAppointment;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Attendance;
import org.bodywork.bookings.appointment.domain.AuditEntry;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Corrections;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.HandingOver;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Letterhead;
import org.bodywork.bookings.appointment.domain.Moves;
import org.bodywork.bookings.appointment.domain.Origin;
import org.bodywork.bookings.appointment.domain.SealedOutcome;
import org.bodywork.bookings.appointment.domain.SealedTexts;
import org.bodywork.bookings.appointment.domain.SeriesPlace;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@MongoContract
class MongoAppointmentsIT {

    private static final Duration PATIENCE = StoresUnderTest.PATIENCE;
    private static final Instant START = MONDAY_AT_TEN.toInstant();
    private static final Actor STAFF = Actor.staff("june");
    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final TherapistId MAY = new TherapistId(UUID.randomUUID());

    private final ReactiveMongoTemplate mongo;
    private final MongoAppointments appointments;
    private final MongoOccupancy occupancy;
    private final ManageLinks links;

    MongoAppointmentsIT(TestDatabase database) {
        StoresUnderTest stores = StoresUnderTest.withIndexes(database, SettableClock.at(WEEK_BEFORE));
        mongo = stores.mongo();
        appointments = stores.appointments();
        links = stores.links();
        occupancy = new MongoOccupancy(mongo);
    }

    @Test
    void readsEntriesFromBeforeStartAndRoomWereNoted() {
        Appointment added = add(aRequest().inRoom("Elm"));
        mongo.updateFirst(
                        new Query(),
                        new Update().unset("audit.0.start").unset("audit.0.room"),
                        AppointmentDocument.COLLECTION)
                .block(PATIENCE);

        assertThat(found(added).state().lastEntry())
                .extracting(AuditEntry::start, AuditEntry::room)
                .containsOnlyNulls();
    }

    @Test
    void findsAnAppointmentAsItWasAdded() {
        Appointment added = add(aRequest().inRoom("Elm"));

        Appointment found = found(added);

        assertThat(found.state()).isEqualTo(added.state());
    }

    @Test
    void findsAVisitOfASeriesAsItWasAddedAndNamesNoneWhereItWasBookedByItself() {
        Appointment second = add(aRequest().of(JUNE).inSeries(new SeriesPlace("a-series", 2, 6)));
        Appointment alone = add(anotherClient().of(MAY));

        assertThat(found(second).state()).isEqualTo(second.state());
        assertThat(found(alone).state().series()).isNull();
        assertThat(stored(alone)).doesNotContainKey("series");
    }

    @Test
    void refusesASecondAppointmentOfTheTherapistAtAnOverlappingTime() {
        add(aRequest().of(JUNE));

        Mono<Appointment> overlapping = adding(anotherClient().of(JUNE).startingAt(MONDAY_AT_TEN.plusMinutes(70)));

        StepVerifier.create(overlapping).verifyError(TimeTaken.class);
    }

    @Test
    void takesTheNextAppointmentRightAfterTheBuffer() {
        add(aRequest().of(JUNE));

        Mono<Appointment> next = adding(anotherClient().of(JUNE).startingAt(MONDAY_AT_TEN.plusMinutes(75)));

        StepVerifier.create(next).expectNextCount(1).verifyComplete();
    }

    @Test
    void refusesTheSameRoomForTwoTherapists() {
        add(aRequest().of(JUNE).inRoom("Elm"));

        StepVerifier.create(adding(anotherClient().of(MAY).inRoom("Elm"))).verifyError(TimeTaken.class);
        StepVerifier.create(adding(anotherClient().of(MAY).inRoom("Oak")))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void refusesAClientWhoWouldBeInTwoPlaces() {
        add(aRequest().of(JUNE));

        StepVerifier.create(adding(aRequest().of(MAY))).verifyError(TimeTaken.class);
    }

    @Test
    void storesNothingOfWhatItRefuses() {
        add(aRequest().of(JUNE));
        StepVerifier.create(adding(anotherClient().of(JUNE))).verifyError(TimeTaken.class);

        assertThat(mongo.count(new Query(), AppointmentDocument.COLLECTION).block(PATIENCE))
                .isEqualTo(1);
    }

    @Test
    void refusesTheSameRequestTwiceAtDifferentTimes() {
        Fingerprint fingerprint = new Fingerprint("key", "body");
        appointments.add(aRequest().please(), fingerprint).block(PATIENCE);

        StepVerifier.create(appointments.add(anotherClient().of(MAY).please(), fingerprint))
                .verifyError(TimeTaken.class);
        assertThat(appointments.byRequestKey("key").block(PATIENCE))
                .extracting(remembered -> remembered.bodyHash())
                .isEqualTo("body");
    }

    @Test
    void letsOneOfManyTakeTheSameTime() {
        Long taken = Flux.range(0, 16)
                .flatMap(
                        _ -> adding(anotherClient().of(JUNE))
                                .subscribeOn(Schedulers.parallel())
                                .onErrorResume(TimeTaken.class, _ -> Mono.empty()),
                        16)
                .count()
                .block(PATIENCE);

        assertThat(taken).isEqualTo(1);
    }

    @Test
    void freesTheTimeInTheWriteThatEndsTheAppointment() {
        Appointment ended = add(aConfirmedAppointment().of(JUNE));
        apply(ended.cancelByClient(WEEK_BEFORE).orElseThrow());

        StepVerifier.create(adding(anotherClient().of(JUNE))).expectNextCount(1).verifyComplete();
    }

    @Test
    void letsTwoEndedAppointmentsLieSideBySide() {
        Appointment one = add(aConfirmedAppointment().of(JUNE));
        Appointment other = add(anotherClient().of(MAY));
        apply(one.cancelByClient(WEEK_BEFORE).orElseThrow());

        apply(other.cancelByClient(WEEK_BEFORE).orElseThrow());

        assertThat(found(one).status()).isEqualTo(Status.CANCELLED_BY_CLIENT);
        assertThat(found(other).status()).isEqualTo(Status.CANCELLED_BY_CLIENT);
    }

    @Test
    void storesAChangeAsItWasDecided() {
        Appointment request = add(aRequest());

        Appointment accepted = apply(request.accept(STAFF, WEEK_BEFORE).orElseThrow());

        assertThat(found(request).state()).isEqualTo(accepted.state());
    }

    @Test
    void refusesAChangeDecidedOnAnOlderState() {
        Appointment request = add(aRequest());
        Change accepting = request.accept(STAFF, WEEK_BEFORE).orElseThrow();
        Change declining = request.decline(STAFF, "away", WEEK_BEFORE).orElseThrow();
        apply(accepting);

        StepVerifier.create(appointments.apply(declining)).verifyError(ChangedMeanwhile.class);
        assertThat(found(request).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void liesDueForWhateverComesNext() {
        Appointment request = add(aRequest().waitingFor(Duration.ofHours(1)));
        assertThat(stored(request).getDate("due").toInstant()).isEqualTo(WEEK_BEFORE.plusSeconds(1800));

        Appointment reminded =
                apply(request.remind(WEEK_BEFORE.plusSeconds(1800)).orElseThrow());
        assertThat(stored(request).getDate("due").toInstant()).isEqualTo(WEEK_BEFORE.plusSeconds(3600));
        assertThat(found(request).state()).isEqualTo(reminded.state());

        Appointment accepted = apply(reminded.accept(STAFF, WEEK_BEFORE).orElseThrow());

        assertThat(stored(request)).doesNotContainKeys("expiresAt", "remindAt");
        assertThat(stored(request).getDate("due").toInstant())
                .isEqualTo(accepted.state().archivedFrom());
    }

    @Test
    void correctsTheClientAndTheirTimeInOneWrite() {
        Appointment confirmed = add(aConfirmedAppointment().of(JUNE));
        Client right = new Client("Ada King", new EmailAddress("king@example.org"), "+13145550123", Language.EN, null);
        ClientMarks marks = new ClientMarks("ref-of-king-king-king", "key-of-king", "1");
        SealedTexts texts = new SealedTexts(null, new SealedText("client-1.bm90ZQ=="), null);

        Appointment corrected = apply(new Corrections(confirmed)
                .correct(right, marks, texts, STAFF, WEEK_BEFORE)
                .orElseThrow());

        assertThat(found(confirmed).state()).isEqualTo(corrected.state());
        assertThat(stored(confirmed).getString("clientKey")).isEqualTo("key-of-king");
        assertThat(stored(confirmed).getList("occupied", String.class))
                .noneMatch(key -> key.startsWith("client:key-of-ada"))
                .anyMatch(key -> key.startsWith("client:key-of-king"));
    }

    @Test
    void tellsNobodyWhatStaffNote() {
        Appointment confirmed = add(aConfirmedAppointment().of(JUNE));

        Appointment noted =
                apply(new Corrections(confirmed).note(new SealedText("client-1.bm90ZQ=="), STAFF, WEEK_BEFORE));

        assertThat(found(confirmed).state()).isEqualTo(noted.state());
        assertThat(noted.state().sequence()).isEqualTo(confirmed.state().sequence());
        assertThat(stored(confirmed).getList("outbox", Document.class)).hasSize(2);
    }

    @Test
    void keepsTheEventsBesideTheChange() {
        Appointment request = add(aRequest());
        apply(request.accept(STAFF, WEEK_BEFORE).orElseThrow());

        List<String> types = stored(request).getList("outbox", Document.class).stream()
                .map(entry -> entry.getString("type"))
                .toList();

        assertThat(types)
                .containsExactly(
                        "org.bodywork.appointment.requested.v1",
                        "org.bodywork.occupancy.changed.v1",
                        "org.bodywork.appointment.confirmed.v1",
                        "org.bodywork.occupancy.changed.v1");
    }

    @Test
    void keepsWhatStaffNotedAndTellsNobody() {
        Instant start = MONDAY_AT_TEN.toInstant();
        Appointment checkedIn = apply(new Attendance(add(aConfirmedAppointment()))
                .checkIn(STAFF, start)
                .orElseThrow());
        SealedOutcome outcome = new SealedOutcome(
                new SealedText("client-1.c2NvcmU="),
                new SealedText("client-1.bm90ZXM="),
                new SealedText("client-1.Y29kZQ=="),
                new Letterhead("Brickyard", null, List.of("1 Kiln Lane"), List.of("MO 2016004211")));

        apply(new Attendance(checkedIn).complete(STAFF, outcome, start).orElseThrow());

        Document document = stored(checkedIn);
        assertThat(found(checkedIn).state().outcome()).isEqualTo(outcome);
        assertThat(document.getList("outbox", Document.class).toString())
                .doesNotContain("c2NvcmU=", "bm90ZXM=", "Y29kZQ==");
        assertThat(document).doesNotContainKey("occupied");
    }

    @Test
    void keepsWhatIsHeldForTheClientUntilTheVisitGoesOn() {
        Instant now = MONDAY_AT_TEN.toInstant().minusSeconds(3600);
        Alternatives held = new Alternatives("case", now.plusSeconds(600));
        Appointment confirmed = add(aConfirmedAppointment());

        Appointment offered =
                apply(new HandingOver(confirmed).offer(held, STAFF, now).orElseThrow());
        assertThat(stored(confirmed)).containsKey("alternatives");
        assertThat(found(confirmed).state().alternatives()).isEqualTo(held);
        apply(new HandingOver(offered).cancel("case", now).orElseThrow());

        assertThat(stored(confirmed)).doesNotContainKey("alternatives");
    }

    @Test
    void readsAnOutcomeOfBeforeReceipts() {
        Instant start = MONDAY_AT_TEN.toInstant();
        Appointment checkedIn = apply(new Attendance(add(aConfirmedAppointment()))
                .checkIn(STAFF, start)
                .orElseThrow());
        SealedOutcome outcome = new SealedOutcome(new SealedText("client-1.c2NvcmU="), null);

        apply(new Attendance(checkedIn).complete(STAFF, outcome, start).orElseThrow());

        assertThat(stored(checkedIn).get("outcome", Document.class)).doesNotContainKeys("procedure", "letterhead");
        assertThat(found(checkedIn).state().outcome()).isEqualTo(outcome);
    }

    @Test
    void keepsNoSecretOfTheLink() {
        Appointment request = add(aRequest());
        String secret = links.secretOf(request);

        Document document = stored(request);
        document.remove("outbox");

        assertThat(document.toJson()).doesNotContain(secret);
        assertThat(appointments.bySecretHash(links.hashOf(request)).block(PATIENCE))
                .extracting(Appointment::id)
                .isEqualTo(request.id());
    }

    @Test
    void seesWhatIsTakenWithinASpanAndNothingOfOtherDays() {
        add(aRequest().of(JUNE));
        Resource june = Resource.therapist(JUNE);
        Instant ten = MONDAY_AT_TEN.toInstant();

        TimeSpan dayBefore = new TimeSpan(ten.minus(Duration.ofDays(2)), ten.minus(Duration.ofDays(1)));
        var before = occupancy.of(List.of(listing()), dayBefore, WEEK_BEFORE);
        var during = occupancy.of(List.of(listing()), new TimeSpan(ten, ten.plusSeconds(300)), WEEK_BEFORE);

        assertThat(before.block(PATIENCE)).matches(busy -> busy.isFree(june, new TimeSpan(ten, ten.plusSeconds(300))));
        assertThat(during.block(PATIENCE)).matches(busy -> !busy.isFree(june, new TimeSpan(ten, ten.plusSeconds(300))));
    }

    @Test
    void findsWhoHoldsATime() {
        Appointment holder = add(aRequest().of(JUNE));
        add(anotherClient().of(MAY));

        List<Holder> holding = appointments
                .holding(Resource.therapist(JUNE)
                        .keysDuring(new TimeSpan(
                                MONDAY_AT_TEN.toInstant(),
                                MONDAY_AT_TEN.plusHours(1).toInstant())))
                .collectList()
                .block(PATIENCE);

        assertThat(holding).extracting(Holder::id).containsExactly(holder.id());
    }

    @Test
    void countsARequestUntilItIsAnsweredAndABookingForGood() {
        Appointment request = add(aRequest().numbered("contact:ref#1", "contact:ref|2026-11-23#3"));

        Appointment declined = apply(request.decline(STAFF, null, WEEK_BEFORE).orElseThrow());

        assertThat(stored(declined).getList("occupied", String.class)).containsExactly("contact:ref|2026-11-23#3");
        assertThat(found(declined).state().numbers()).containsExactly("contact:ref|2026-11-23#3");
    }

    @Test
    void movesAVisitAndHoldsTheWantedTimeBesideIt() {
        Appointment confirmed = add(aConfirmedAppointment().of(JUNE));
        Visit later = later(confirmed, MONDAY_AT_TEN.plusHours(4));
        Resource june = Resource.therapist(JUNE);
        TimeSpan wanted = new TimeSpan(later.start(), later.end());

        Appointment asking = apply(new Moves(confirmed)
                .propose(later, STAFF, Duration.ofHours(1), WEEK_BEFORE)
                .orElseThrow());

        assertThat(found(asking).state()).isEqualTo(asking.state());
        assertThat(isFree(june, wanted, WEEK_BEFORE)).isFalse();
        assertThat(isFree(june, wanted, WEEK_BEFORE.plus(Duration.ofHours(1)))).isTrue();
        assertThat(stored(asking).get("due", Date.class).toInstant()).isEqualTo(WEEK_BEFORE.plus(Duration.ofHours(1)));

        Appointment moved = apply(new Moves(asking).acceptProposal(WEEK_BEFORE).orElseThrow());

        assertThat(found(moved).state()).isEqualTo(moved.state());
        assertThat(stored(moved)).doesNotContainKeys("wanted", "expiresAt");
        assertThat(isFree(june, new TimeSpan(START, START.plusSeconds(3600)), WEEK_BEFORE))
                .isTrue();
    }

    @Test
    void keepsAVisitAsItIsWhenTheOtherTimeIsTaken() {
        Appointment confirmed = add(aConfirmedAppointment().of(JUNE));
        add(anotherClient().of(JUNE).startingAt(MONDAY_AT_TEN.plusHours(4)));
        Change move = new Moves(confirmed)
                .rescheduleByStaff(
                        later(confirmed, MONDAY_AT_TEN.plusHours(4)),
                        new Origin(STAFF, "called", Set.of()),
                        WEEK_BEFORE)
                .orElseThrow();

        StepVerifier.create(appointments.apply(move)).verifyError(TimeTaken.class);

        assertThat(found(confirmed).state()).isEqualTo(confirmed.state());
    }

    private boolean isFree(Resource resource, TimeSpan span, Instant now) {
        return some(occupancy.of(List.of(listing()), span, now)).isFree(resource, span);
    }

    private static Listing listing() {
        return AListing.aListing().of(JUNE).please();
    }

    private static Visit later(Appointment appointment, ZonedDateTime start) {
        Listing listing = listing();
        Slot slot = new Slot(
                listing, listing.treatments().getFirst(), listing.workplaces().getFirst(), start);
        return appointment.state().visit().movedTo(slot, null);
    }

    private static AnAppointment anotherClient() {
        return aRequest().by("client@example.org", UUID.randomUUID().toString());
    }

    private Mono<Appointment> adding(AnAppointment words) {
        return appointments.add(
                words.please(), new Fingerprint(UUID.randomUUID().toString(), "body"));
    }

    private Appointment add(AnAppointment words) {
        return some(adding(words));
    }

    private Appointment apply(Change change) {
        return some(appointments.apply(change));
    }

    private Appointment found(Appointment appointment) {
        return some(appointments.byId(appointment.id()));
    }

    private Document stored(Appointment appointment) {
        return some(mongo.findById(appointment.id().toString(), Document.class, AppointmentDocument.COLLECTION));
    }

    private static <T> T some(Mono<T> mono) {
        return mono.blockOptional(PATIENCE).orElseThrow();
    }
}

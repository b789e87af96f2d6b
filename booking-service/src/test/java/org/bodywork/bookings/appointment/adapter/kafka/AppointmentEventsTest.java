package org.bodywork.bookings.appointment.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.AN_INTAKE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.A_NOTE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.OMAR;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Alternatives;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Attendance;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.Corrections;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.HandingOver;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Moves;
import org.bodywork.bookings.appointment.domain.Origin;
import org.bodywork.bookings.appointment.domain.SealedOutcome;
import org.bodywork.bookings.appointment.domain.SealedTexts;
import org.bodywork.bookings.appointment.domain.SeriesPlace;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AppointmentEventsTest {

    private static final Actor STAFF = Actor.staff("11111111-2222-3333-4444-555555555555");
    private static final String THERAPIST = "22222222-2222-3333-4444-555555555555";
    private static final String MANAGER = "33333333-2222-3333-4444-555555555555";
    private static final Instant START = MONDAY_AT_TEN.toInstant();

    private static final SeriesPlace SECOND_OF_SIX = new SeriesPlace("44444444-2222-3333-4444-555555555555", 2, 6);

    private static final BookingRules BY_REQUEST = aListing().please().rules();

    private final EventCipher cipher = EventCipher.of(FreshKeys.keyset());
    private final ManageLinks links = new ManageLinks(Mac.of("1", FreshKeys.key()), URI.create("http://localhost/"));
    private final AppointmentEvents events = new AppointmentEvents(cipher, links);

    static Stream<Named<Appointment>> lives() {
        Appointment request = aRequest().inRoom("Elm").please();
        Appointment confirmed = aConfirmedAppointment().please();
        return Stream.of(
                Named.of("requested", request),
                Named.of("confirmed at once", confirmed),
                Named.of("for two", aConfirmedAppointment().withSam().please()),
                Named.of("one of a series", aRequest().inSeries(SECOND_OF_SIX).please()),
                Named.of(
                        "accepted",
                        request.accept(STAFF, WEEK_BEFORE).orElseThrow().after()),
                Named.of(
                        "declined",
                        request.decline(STAFF, "away", WEEK_BEFORE)
                                .orElseThrow()
                                .after()),
                Named.of(
                        "expired",
                        request.expire(MONDAY_AT_TEN.toInstant()).orElseThrow().after()),
                Named.of(
                        "cancelled by client",
                        confirmed.cancelByClient(WEEK_BEFORE).orElseThrow().after()),
                Named.of(
                        "cancelled by therapist",
                        confirmed
                                .cancelByStaff(STAFF, "ill", WEEK_BEFORE)
                                .orElseThrow()
                                .after()),
                Named.of("proposed", proposed(request)),
                Named.of("move proposed", proposed(confirmed)),
                Named.of("moved", moved(confirmed)),
                Named.of(
                        "move asked for",
                        new Moves(confirmed)
                                .rescheduleByClient(later(confirmed), BY_REQUEST, WEEK_BEFORE)
                                .orElseThrow()
                                .after()),
                Named.of(
                        "not moved",
                        new Moves(proposed(confirmed))
                                .declineProposal(WEEK_BEFORE)
                                .orElseThrow()
                                .after()),
                Named.of("corrected", corrected(confirmed)),
                Named.of("corrected and noted on", noted(corrected(confirmed))),
                Named.of(
                        "request waiting",
                        request.remind(WEEK_BEFORE
                                        .plus(BY_REQUEST.requestWait())
                                        .minusSeconds(1))
                                .orElseThrow()
                                .after()),
                Named.of("wish to move waiting", waiting(confirmed)),
                Named.of(
                        "intake given",
                        proposed(confirmed)
                                .answerIntake(AN_INTAKE, true, WEEK_BEFORE)
                                .after()),
                Named.of(
                        "link revoked",
                        completed(confirmed).revokeLink(STAFF, "away", START).after()),
                Named.of("alternatives offered", offered(confirmed)),
                Named.of("checked in", checkedIn(confirmed)),
                Named.of("completed", completed(confirmed)),
                Named.of(
                        "no show",
                        new Attendance(confirmed)
                                .markNoShow(STAFF, START)
                                .orElseThrow()
                                .after()));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void fitThePublishedContract(Appointment appointment) {
        for (Event event : events.of(appointment)) {
            EventContract contract = EventContract.of(event.type());
            contract.assertFits(event.json());
            assertThat(event.topic()).isEqualTo(contract.topic());
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void showNothingPersonalInTheClear(Appointment appointment) {
        for (Event event : events.of(appointment)) {
            assertThat(event.json())
                    .doesNotContainIgnoringCase("Lovelace")
                    .doesNotContainIgnoringCase("ada@")
                    .doesNotContain("ring twice")
                    .doesNotContain("Swedish")
                    .doesNotContain("away")
                    .doesNotContain("painScore", "YW5zd2Vycw")
                    .doesNotContain(links.reviewTokenOf(appointment))
                    .doesNotContain(links.secretOf(appointment));
        }
    }

    @Test
    void tellOfTheTimeGivenUpToo() {
        Appointment confirmed = aConfirmedAppointment().please();
        Change move = new Moves(confirmed)
                .rescheduleByStaff(later(confirmed), new Origin(STAFF, "called", Set.of()), WEEK_BEFORE)
                .orElseThrow();

        assertThat(events.of(move).stream()
                        .filter(event -> event.topic().equals(OccupancyChanged.TOPIC))
                        .map(event -> EventJson.read(event.json(), OccupancyChanged.class)))
                .flatExtracting(OccupancyChanged::dates)
                .contains(MONDAY_AT_TEN.toLocalDate(), MONDAY_AT_TEN.plusDays(1).toLocalDate());
    }

    @Test
    void tellNothingOfWhatStaffNote() {
        Appointment confirmed = aConfirmedAppointment().please();

        assertThat(events.of(new Corrections(confirmed).note(A_NOTE, STAFF, WEEK_BEFORE)))
                .isEmpty();
    }

    private static Appointment corrected(Appointment appointment) {
        Client right =
                new Client("Ada Lovelace", new EmailAddress("ada@example.com"), "+13145550123", Language.EN, null);
        return new Corrections(appointment)
                .correct(right, appointment.state().marks(), new SealedTexts(null, null, null), STAFF, WEEK_BEFORE)
                .orElseThrow()
                .after();
    }

    private static Appointment noted(Appointment appointment) {
        return new Corrections(appointment).note(A_NOTE, STAFF, WEEK_BEFORE).after();
    }

    private static Appointment waiting(Appointment confirmed) {
        Appointment asking = new Moves(confirmed)
                .rescheduleByClient(later(confirmed), BY_REQUEST, WEEK_BEFORE)
                .orElseThrow()
                .after();
        return asking.remind(WEEK_BEFORE.plus(BY_REQUEST.requestWait()).minusSeconds(1))
                .orElseThrow()
                .after();
    }

    private static Appointment proposed(Appointment appointment) {
        return new Moves(appointment)
                .propose(later(appointment), STAFF, Duration.ofHours(1), WEEK_BEFORE)
                .orElseThrow()
                .after();
    }

    private static Appointment moved(Appointment appointment) {
        return new Moves(appointment)
                .rescheduleByStaff(later(appointment), new Origin(STAFF, "called", Set.of()), WEEK_BEFORE)
                .orElseThrow()
                .after();
    }

    private static Visit later(Appointment appointment) {
        Listing listing = aListing().please();
        Slot slot = new Slot(
                listing, listing.treatments().getFirst(), listing.workplaces().getFirst(), MONDAY_AT_TEN.plusDays(1));
        return appointment.state().visit().movedTo(slot, null);
    }

    @Test
    void sealWhatTheClientIsReachedBy() {
        Appointment request = aRequest().please();

        JsonNode opened = opened(request);

        assertThat(opened.at("/client/email").asString()).isEqualTo("ada@example.org");
        assertThat(opened.at("/client/phone").asString()).isEqualTo("+13145550123");
        assertThat(opened.at("/consent/sms").asBoolean()).isTrue();
        assertThat(opened.at("/secrets/manage").asString()).isEqualTo(links.secretOf(request));
        assertThat(opened.at("/manageUrl").asString()).isEqualTo("http://localhost/manage/" + links.secretOf(request));
    }

    @Test
    void giveTheReviewTokenOnlyOnceTheVisitIsCompleted() {
        Appointment checkedIn = checkedIn(aConfirmedAppointment().please());
        Appointment completed = completed(aConfirmedAppointment().please());

        assertThat(opened(checkedIn).at("/secrets").has("review")).isFalse();
        assertThat(changed(checkedIn).has("reviewTokenHash")).isFalse();
        String token = opened(completed).at("/secrets/review").asString();
        assertThat(token).isEqualTo(links.reviewTokenOf(completed)).isNotEqualTo(links.secretOf(completed));
        assertThat(changed(completed).at("/reviewTokenHash").asString()).isEqualTo(Digests.sha256Base64Url(token));
    }

    @Test
    void tellWhichVisitOfASeriesItIs() {
        Appointment second = aRequest().inSeries(SECOND_OF_SIX).please();

        JsonNode told = changed(second);

        assertThat(told.at("/series/id").asString()).isEqualTo(SECOND_OF_SIX.series());
        assertThat(told.at("/series/number").asInt()).isEqualTo(2);
        assertThat(told.at("/series/of").asInt()).isEqualTo(6);
        assertThat(opened(second).at("/secrets/series").asString())
                .isEqualTo(links.seriesSecretOf(SECOND_OF_SIX.series()))
                .isNotEqualTo(links.secretOf(second));
        assertThat(changed(aRequest().please()).has("series")).isFalse();
        assertThat(opened(aRequest().please()).at("/secrets").has("series")).isFalse();
    }

    @Test
    void nameBothPartsOfAVisitForTwo() {
        Appointment both = aRequest().withSam().please();
        Appointment half =
                both.accept(STAFF, Set.of(OMAR), WEEK_BEFORE).orElseThrow().after();

        JsonNode told = changed(half);

        assertThat(told.at("/companion/therapistId").asString()).isEqualTo(OMAR.toString());
        assertThat(told.at("/companion/clientRef").asString()).isEqualTo("ref-of-sam-sam-sam");
        assertThat(told.at("/companion/acceptedBy/0").asString()).isEqualTo(OMAR.toString());
        assertThat(opened(half).at("/companion/email").asString()).isEqualTo("sam@example.org");
        assertThat(opened(half).at("/companion/manageUrl").asString())
                .isEqualTo(links.companionUrlOf(half))
                .isNotEqualTo(links.urlOf(half));
        assertThat(changed(aRequest().please()).has("companion")).isFalse();
        assertThat(opened(aRequest().please()).has("companion")).isFalse();
    }

    @Test
    void giveTheSecretOfWhatIsHeldWhereATherapistIsAway() {
        Appointment confirmed = aConfirmedAppointment().please();

        assertThat(opened(confirmed).at("/secrets").has("handover")).isFalse();
        assertThat(opened(offered(confirmed)).at("/secrets/handover").asString())
                .isEqualTo(links.handoverSecretOf("case"))
                .isNotEqualTo(links.secretOf(confirmed));
    }

    private static Appointment offered(Appointment confirmed) {
        return new HandingOver(confirmed)
                .offer(new Alternatives("case", START.minus(Duration.ofHours(1))), STAFF, WEEK_BEFORE)
                .orElseThrow()
                .after();
    }

    @Test
    void giveTheSecretsOfScoresOnlyOnceTheVisitIsCompleted() {
        Appointment completed = completed(aConfirmedAppointment().please());

        JsonNode secrets = opened(completed).at("/secrets");

        assertThat(opened(checkedIn(aConfirmedAppointment().please()))
                        .at("/secrets")
                        .has("scores"))
                .isFalse();
        assertThat(List.of(
                        secrets.at("/scores/day1").asString(),
                        secrets.at("/scores/day3").asString(),
                        secrets.at("/review").asString(),
                        secrets.at("/manage").asString()))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.length() == 43);
    }

    private JsonNode changed(Appointment appointment) {
        return EventJson.tree(events.of(appointment).getFirst().json());
    }

    private JsonNode opened(Appointment appointment) {
        Event event = events.of(appointment).getFirst();
        String sealed = EventJson.tree(event.json()).at("/sealed").asString();
        return EventJson.tree(cipher.open(appointment.id().toString(), event.type(), sealed));
    }

    private static Appointment checkedIn(Appointment confirmed) {
        return new Attendance(confirmed).checkIn(STAFF, START).orElseThrow().after();
    }

    private static Appointment completed(Appointment confirmed) {
        SealedOutcome outcome =
                new SealedOutcome(new SealedText("client-1.c2NvcmU="), new SealedText("client-1.bm90ZXM="));
        return new Attendance(checkedIn(confirmed))
                .complete(STAFF, outcome, START)
                .orElseThrow()
                .after();
    }

    @Test
    void giveEachWhoMayAnswerASecretOfTheirOwn() {
        Appointment request = aRequest().please().asking(List.of(THERAPIST, MANAGER));

        JsonNode answers = opened(request).at("/secrets/answers");

        assertThat(answers.propertyNames()).containsExactlyInAnyOrder(THERAPIST, MANAGER);
        assertThat(answers.at("/" + THERAPIST).asString())
                .hasSize(43)
                .isNotEqualTo(answers.at("/" + MANAGER).asString())
                .isNotEqualTo(links.secretOf(request));
    }

    @Test
    void keepTheSecretsToAnswerWithWhileTheSameAnswerIsDue() {
        Appointment request = aRequest().please().asking(List.of(THERAPIST));
        Appointment reminded = request.remind(
                        WEEK_BEFORE.plus(BY_REQUEST.requestWait()).minusSeconds(1))
                .orElseThrow()
                .after();

        assertThat(opened(reminded).at("/secrets/answers"))
                .isEqualTo(opened(request).at("/secrets/answers"));
    }

    @Test
    void giveNothingToAnswerWithOnceItIsAnswered() {
        Appointment request = aRequest().please().asking(List.of(THERAPIST));
        Appointment accepted = request.accept(STAFF, WEEK_BEFORE).orElseThrow().after();

        assertThat(opened(accepted).at("/secrets").has("answers")).isFalse();
    }

    @Test
    void giveOtherSecretsForAnotherWish() {
        Appointment confirmed = aRequest()
                .please()
                .asking(List.of(THERAPIST))
                .accept(STAFF, WEEK_BEFORE)
                .orElseThrow()
                .after();
        Appointment wishing = new Moves(confirmed)
                .rescheduleByClient(later(confirmed), BY_REQUEST, WEEK_BEFORE)
                .orElseThrow()
                .after();
        assertThat(wishing.hasJustAsked()).isTrue();

        JsonNode first = opened(aRequest().please().asking(List.of(THERAPIST))).at("/secrets/answers");
        JsonNode second = opened(wishing.asking(List.of(THERAPIST))).at("/secrets/answers");

        assertThat(second.at("/" + THERAPIST).asString())
                .isNotEmpty()
                .isNotEqualTo(first.at("/" + THERAPIST).asString());
    }

    @Test
    void sayWhatIsOnlySentAgain() {
        Appointment request = aRequest().please();

        Event again = events.again(request).getFirst();

        EventContract.of(again.type()).assertFits(again.json());
        assertThat(EventJson.tree(again.json()).at("/republished").asBoolean()).isTrue();
        assertThat(changed(request).has("republished")).isFalse();
        assertThat(events.again(request)).hasSize(1);
        assertThat(again.id()).isEqualTo(events.of(request).getFirst().id());
    }

    @Test
    void tellWhoMadeTheChange() {
        Appointment accepted =
                aRequest().please().accept(STAFF, WEEK_BEFORE).orElseThrow().after();

        JsonNode state = EventJson.tree(events.of(accepted).getFirst().json());

        assertThat(state.at("/actor/kind").asString()).isEqualTo("STAFF");
        assertThat(state.at("/actor/accountId").asString()).isEqualTo(STAFF.accountId());
        assertThat(state.at("/sequence").asInt()).isEqualTo(2);
    }

    @Test
    void nameTheLocationOnlyWhereARoomIsTaken() {
        Event withRoom = events.of(aRequest().inRoom("Elm").please()).getLast();
        Event without = events.of(aRequest().please()).getLast();

        assertThat(EventJson.read(withRoom.json(), OccupancyChanged.class).locationId())
                .isNotNull();
        assertThat(EventJson.read(without.json(), OccupancyChanged.class).locationId())
                .isNull();
    }
}

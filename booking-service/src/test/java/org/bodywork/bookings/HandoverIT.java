package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.BookableStarts;
import org.bodywork.bookings.appointment.application.BookingLimits;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.HandOver;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Holds;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.TakeTime;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.browser.Arrival;
import org.bodywork.bookings.browser.Arrival.Screen;
import org.bodywork.bookings.browser.Visitor;
import org.bodywork.bookings.handover.application.AnswerHandover;
import org.bodywork.bookings.handover.application.EndCase;
import org.bodywork.bookings.handover.application.EqualSkill;
import org.bodywork.bookings.handover.application.Handovers;
import org.bodywork.bookings.handover.application.OfferAlternatives;
import org.bodywork.bookings.handover.application.PlanSharing;
import org.bodywork.bookings.handover.application.ReportSick;
import org.bodywork.bookings.handover.domain.Case;
import org.bodywork.bookings.handover.domain.Case.Stage;
import org.bodywork.bookings.handover.domain.Handover;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.testing.needs.Needs;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** A therapist is away, and each client chooses who gives the visit instead. */
@WholeService
class HandoverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Nobody else in town has visits of such a length. */
    private static final AtomicInteger MINUTES = new AtomicInteger(60);

    private final ApplicationContext context;
    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final int port;

    HandoverIT(
            @Autowired ApplicationContext context,
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired BusinessClock clock) {
        this.context = context;
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.port = port;
    }

    @AfterEach
    void leave() {
        StandInTherapists.get().isAway();
    }

    @Test
    void holdsThreeOthersForEachVisitAndNeverTheSameTwice() {
        House house = house(bookedInstantly(), bookedInstantly());
        String one = book(house, "10:00");
        String two = book(house, "14:00");
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Handover report = offered(house);

            JsonNode first = asked(report, one);
            JsonNode second = asked(report, two);
            assertThat(first.at("/alternatives")).hasSize(3);
            assertThat(second.at("/alternatives")).hasSize(3);
            assertThat(choices(first)).doesNotContainAnyElementsOf(choices(second));
            assertThat(starts(first)).contains(startAt(town.inTwoWeeks(), "10:00"));
            assertThat(starts(second)).contains(startAt(town.inTwoWeeks(), "14:00"));
            assertThat(Set.copyOf(starts(first))).doesNotContainAnyElementsOf(starts(second));
            SeenEvent told = probe.await(
                    "appointments",
                    seen -> seen.text("/id").equals(one) && seen.value().contains("alternativesUntil"));
            EventContract.of("org.bodywork.appointment.handover-offered.v1").assertFits(told.value());
            assertThat(told.value()).doesNotContain(secret(report, one));
        }
        assertThat(api.get("/api/openings?therapistId=" + house.rosa().id() + "&treatmentId="
                                + house.rosa().treatmentId() + "&from=" + town.inTwoWeeks() + "&to="
                                + town.inTwoWeeks())
                        .body()
                        .toString())
                .doesNotContain("T10:00", "T14:00");
    }

    @Test
    void isTakenByOneTapWhichGivesTheOthersBack() {
        House house = house(bookedInstantly(), bookedInstantly());
        String visit = book(house, "10:00");
        Handover report = offered(house);
        String path = "/api/handover/" + secret(report, visit);
        List<String> choices = choices(api.get(path).body());

        Answer taken = api.post(path + "/take", choice(choices.getFirst()));
        Answer again = api.post(path + "/take", choice(choices.getFirst()));
        Answer another = api.post(path + "/take", choice(choices.getLast()));

        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(200);
        assertThat(taken.text("/stage")).isEqualTo("TAKEN");
        assertThat(again.status()).isEqualTo(200);
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.problem()).isEqualTo("state-conflict");
        Answer stands = seenBy(house.rosa(), visit);
        assertThat(stands.text("/status")).isEqualTo("CONFIRMED");
        assertThat(stands.text("/therapist/id")).isEqualTo(house.rosa().id());
        assertThat(held(report, visit)).isZero();
        assertThat(api.post(path + "/cancel", null).status()).isEqualTo(409);
    }

    @Test
    void isDecidedOnceFromHoweverManyPhones() {
        House house = house(bookedInstantly(), bookedInstantly());
        String visit = book(house, "10:00");
        Handover report = offered(house);
        String path = "/api/handover/" + secret(report, visit);
        List<String> choices = choices(api.get(path).body());

        List<Answer> answers = Flux.range(0, 9)
                .flatMap(turn -> Mono.fromCallable(() -> api.post(path + "/take", choice(choices.get(turn % 3))))
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).isNotEmpty();
        Answer stands = seenBy(house.rosa(), visit);
        Case decided = stage(report, visit);
        assertThat(decided.stage()).isEqualTo(Stage.TAKEN);
        assertThat(Objects.requireNonNull(decided.chosen()).start())
                .isEqualTo(OffsetDateTime.parse(stands.text("/start")).toInstant());
        assertThat(held(report, visit)).isZero();
    }

    @Test
    void asksATherapistWhoAnswersRequests() {
        House house = house(bookedInstantly(), answeringRequests());
        String visit = book(house, "10:00");
        Handover report = offered(house);
        String path = "/api/handover/" + secret(report, visit);

        Answer taken =
                api.post(path + "/take", choice(choices(api.get(path).body()).getFirst()));

        assertThat(taken.text("/status")).isEqualTo("REQUESTED");
        assertThat(api.post("/api/appointments/" + visit + "/accept", null, token(house.rosa()))
                        .text("/status"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void saysWhereThereIsNobodyElse() {
        House house = house(bookedInstantly(), bookedInstantly());
        TherapistInTown alone = settle(bookedInstantly(), minutesOfItsOwn(), false);
        String visit = book(alone, "10:00");

        String id = report(alone, true).text("/id");

        Answer stands = awaitStages(id, alone, Set.of("NOBODY"));
        assertThat(stands.text("/visits/0/needsStaff")).isEqualTo("true");
        assertThat(house.rosa().id()).isNotEqualTo(alone.id());
        Console console = Console.of(token(alone), api);
        assertThat(PageFiles.keep("handover-desk", console.open("/console/handovers/" + id)))
                .contains("there is nobody with this treatment", visit, "could not be entered");
    }

    @Test
    void listsForStaffWhoDoesNotAnswerAndGivesTheTimeBack() {
        House house = house(bookedInstantly(), bookedInstantly());
        String visit = book(house, "10:00");
        Handover report = offered(house);

        clock.moveTo(clock.offset().plus(Duration.ofHours(25)));

        awaitStages(report.id(), house.june(), Set.of("UNANSWERED"));
        assertThat(held(report, visit)).isZero();
        assertThat(seenBy(house.june(), visit).text("/status")).isEqualTo("CONFIRMED");
        Answer late = api.post("/api/handover/" + secret(report, visit) + "/keep", null);
        assertThat(late.status()).isEqualTo(409);
        assertThat(api.get("/handover/" + secret(report, visit)).body().asString())
                .contains("The time to choose is over");
    }

    @Test
    void letsTheClientTakeNone() {
        House house = house(bookedInstantly(), bookedInstantly());
        String kept = book(house, "10:00");
        String cancelled = book(house, "14:00");
        Handover report = offered(house);

        Answer waits = api.post("/api/handover/" + secret(report, kept) + "/keep", null);
        Answer comesNot = api.post("/api/handover/" + secret(report, cancelled) + "/cancel", null);

        assertThat(waits.text("/stage")).isEqualTo("KEPT");
        assertThat(comesNot.text("/status")).isEqualTo("CANCELLED_BY_CLIENT");
        assertThat(seenBy(house.june(), cancelled).text("/late")).isEqualTo("false");
        assertThat(held(report, kept) + held(report, cancelled)).isZero();
    }

    @Test
    void changesNothingUntilItIsConfirmedAndThenOnce() {
        House house = house(bookedInstantly(), bookedInstantly());
        String visit = book(house, "10:00");
        StandInTherapists.get().isThere();
        KeptListing listing = KeptListing.of(house.june(), token(house.june()));

        Answer looked = report(house.june(), false);
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text("/visits/0/appointmentId")).isEqualTo(visit);
        assertThat(looked.text("/visits/0/stage")).isEqualTo("WAITING");
        assertThat(looked.body().has("id")).isFalse();
        assertThat(listing.timesWritten()).isZero();

        Answer reported = report(house.june(), true);
        Answer again = report(house.june(), true);
        assertThat(reported.status()).isEqualTo(201);
        assertThat(reported.text("/timeOff")).isEqualTo("true");
        assertThat(again.text("/id")).isEqualTo(reported.text("/id"));
        assertThat(again.body().at("/visits")).hasSize(1);
        assertThat(listing.timesWritten()).isEqualTo(1);
    }

    @Test
    void refusesWhatMakesNoSenseAndWhatIsSomebodyElses() {
        House house = house(bookedInstantly(), bookedInstantly());
        String today = town.inTwoWeeks().toString();

        assertThat(report(house.june(), today, town.inTwoWeeks().minusDays(1).toString())
                        .wrongFields())
                .containsExactly("/to");
        assertThat(report(house.june(), today, town.inTwoWeeks().plusDays(14).toString())
                        .wrongFields())
                .containsExactly("/to");
        assertThat(report(house.june(), "2020-01-01", "2020-01-02").wrongFields())
                .containsExactly("/to");
        assertThat(report(house.june(), "soon", "2026-02-30").wrongFields()).containsExactly("/from", "/to");
        String body = body(house.june(), today, today, true);
        assertThat(api.post("/api/handovers", body).status()).isEqualTo(401);
        assertThat(api.post("/api/handovers", body, TestTokens.manager(Town.id(), Town.id()))
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/api/handovers", body, token(house.rosa())).status())
                .isEqualTo(404);
        assertThat(api.get("/api/handovers/" + Town.id(), token(house.june())).status())
                .isEqualTo(404);
        assertThat(api.get("/api/handover/nothing").status()).isEqualTo(404);
        assertThat(api.get("/handover/nothing").status()).isEqualTo(404);
        assertThat(api.post("/api/handover/nothing/keep", null).status()).isEqualTo(404);
        assertThat(api.post("/api/handover/nothing/take", "{\"choice\": 7}").wrongFields())
                .containsExactly("/choice");
    }

    @Test
    void isNoRightToWhatIsHeldForAnotherClient() {
        House house = house(bookedInstantly(), bookedInstantly());
        String one = book(house, "10:00");
        String two = book(house, "14:00");
        Handover report = offered(house);
        String others = choices(asked(report, two)).getFirst();

        Answer refused = api.post("/api/handover/" + secret(report, one) + "/take", choice(others));

        assertThat(refused.problem()).isEqualTo("slot-taken");
        assertThat(choices(asked(report, two))).contains(others);
        assertThat(seenBy(house.june(), one).text("/status")).isEqualTo("CONFIRMED");
        assertThat(api.call(HttpMethod.DELETE, "/api/holds/" + others, null, Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void goesOnWhereverTheSearchDied() {
        for (int write = 1; ; write++) {
            House house = house(bookedInstantly(), bookedInstantly());
            String visit = book(house, "10:00");
            DiesAt death = new DiesAt(write);
            Mono<Handover> dying = reports(death)
                    .flatMap(reports -> reports.report(
                                    new ReportSick.Sickness(
                                            TherapistId.of(house.june().id()),
                                            town.inTwoWeeks(),
                                            town.inTwoWeeks(),
                                            null),
                                    new Colleague.Therapist(
                                            UUID.randomUUID().toString(),
                                            TherapistId.of(house.june().id())),
                                    "no token")
                            .flatMap(offers(death)::advance));
            dying.onErrorComplete().blockOptional(PATIENCE);

            if (write == 1) {
                // Nothing was written, so nobody knows of it: it is reported once more.
                report(house.june(), true);
            }
            Handover report = stored(house);
            awaitStages(report.id(), house.june(), Set.of("OFFERED"));
            assertThat(held(report, visit)).as("held after death at " + write).isEqualTo(3);
            if (!death.came()) {
                assertThat(write).isGreaterThan(5);
                return;
            }
        }
    }

    @Test
    void endsAsTheClientDecidedWhereverThatDied() {
        for (int write = 1; ; write++) {
            House house = house(bookedInstantly(), bookedInstantly());
            String visit = book(house, "10:00");
            Handover report = offered(house);
            String secret = secret(report, visit);
            String choice = choices(api.get("/api/handover/" + secret).body()).getFirst();
            DiesAt death = new DiesAt(write);

            answers(death)
                    .take(secret, AppointmentId.of(choice), false)
                    .onErrorComplete()
                    .blockOptional(PATIENCE);
            if (write == 1) {
                assertThat(stage(report, visit).stage()).isEqualTo(Stage.OFFERED);
                api.post("/api/handover/" + secret + "/take", choice(choice));
            }
            clock.moveTo(clock.offset().plus(Duration.ofSeconds(6)));

            Await.until(
                    "ended after death at write " + write,
                    () -> stage(report, visit).stage(),
                    stage -> stage == Stage.TAKEN);
            assertThat(seenBy(house.rosa(), visit).text("/therapist/id"))
                    .isEqualTo(house.rosa().id());
            assertThat(held(report, visit))
                    .as("orphans after death at " + write)
                    .isZero();
            if (!death.came()) {
                assertThat(write).isGreaterThan(5);
                return;
            }
        }
    }

    @ParameterizedTest
    @Needs(org.bodywork.platform.testing.needs.Need.BROWSER)
    @CsvSource({"PHONE, false, en", "NARROW, true, es", "DESKTOP, false, es"})
    void isForEverybody(Screen screen, boolean dark, String language) {
        House house = house(bookedInstantly(), answeringRequests());
        String visit = book(house, "10:00");
        String cookie =
                String.valueOf(Console.of(token(house.june()), api).headers().get("Cookie"));
        Arrival arrival = Arrival.at(port).on(screen).speaking(language);
        try (Visitor visitor = (dark ? arrival.inTheDark() : arrival).come()) {
            visitor.context()
                    .addCookies(List.of(new Cookie(
                                    cookie.substring(0, cookie.indexOf('=')), cookie.substring(cookie.indexOf('=') + 1))
                            .setUrl("http://localhost:" + port)));
            visitor.open("/console/handovers?lang=" + language);
            visitor.page().locator("#from").fill(town.inTwoWeeks().toString());
            visitor.page().locator("#to").fill(town.inTwoWeeks().toString());
            visitor.page().locator("main form.card button").click();
            visitor.page().locator("input[name=confirmed]").waitFor(attached());
            look(visitor, "handovers");
            visitor.page().locator("section form button").click();
            visitor.page().locator(".ledger").waitFor();
            Handover report = stored(house);
            awaitStages(report.id(), house.june(), Set.of("OFFERED"));
            visitor.page().reload();
            look(visitor, "handover-desk");
            visitor.open("/handover/" + secret(report, visit) + "?lang=" + language);
            look(visitor, "handover");
            visitor.page().locator("button[name=choice]").first().click();
            visitor.page().locator("[role=status]").waitFor();
            look(visitor, "handover-taken");
            visitor.open("/handover/" + secret(report, visit) + "?lang=" + language);
            assertThat(visitor.page().locator("button[name=choice]").count()).isZero();
        }
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static void look(Visitor visitor, String name) {
        visitor.page().waitForLoadState();
        visitor.shoot(name);
        visitor.seesAllOfItsWidth();
        visitor.findsItAccessible();
    }

    private House house(TherapistInTown away, TherapistInTown other) {
        int minutes = minutesOfItsOwn();
        TherapistInTown june = settle(away, minutes, false);
        TherapistInTown colleague = june.colleague();
        TherapistInTown rosa = new TherapistInTown(
                colleague.id(),
                colleague.practiceId(),
                colleague.locationId(),
                colleague.treatmentId(),
                1,
                "PUBLISHED",
                other.instant(),
                false,
                List.of(),
                other.requestMinutes(),
                "17:00",
                "");
        return new House(june, settle(rosa, minutes, true));
    }

    private TherapistInTown settle(TherapistInTown therapist, int minutes, boolean called) {
        String json = therapist.json().replace("\"minutes\": 60", "\"minutes\": " + minutes);
        town.publish(
                "practices", "org.bodywork.practice.changed.v1", therapist.practiceId(), 1, therapist.practiceJson());
        town.publish(
                "therapists",
                "org.bodywork.therapist.changed.v1",
                therapist.id(),
                1,
                called ? json.replace("June Abernathy", "Rosa Parks-Nuñez") : json);
        town.awaitKnown("listings", therapist.id(), 1);
        town.awaitKnown("practices", therapist.practiceId(), 1);
        Candidates candidates = context.getBean(Candidates.class);
        Need need = new Need(Set.of("maplewood"), Set.of("swedish"), Set.of(), Set.of(), Set.of(minutes));
        Await.until(
                "everybody knows " + therapist.id(),
                () -> candidates
                        .meeting(need, null)
                        .anyMatch(each -> each.therapist().toString().equals(therapist.id())),
                known -> known);
        return therapist;
    }

    /** Short ones first, so that days have room for several. */
    private static int minutesOfItsOwn() {
        int turn = MINUTES.addAndGet(5) - 60;
        return turn < 45 ? 15 + turn : 20 + turn;
    }

    private String book(House house, String time) {
        return book(house.june(), time);
    }

    private String book(TherapistInTown therapist, String time) {
        Answer booked = api.book(aBooking(therapist, startAt(town.inTwoWeeks(), time)));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        return booked.text("/id");
    }

    private Handover offered(House house) {
        Answer reported = report(house.june(), true);
        assertThat(reported.status()).as(reported.body().toString()).isEqualTo(201);
        awaitStages(reported.text("/id"), house.june(), Set.of("OFFERED"));
        return stored(house);
    }

    private Answer report(TherapistInTown away, boolean confirmed) {
        String date = town.inTwoWeeks().toString();
        return api.post("/api/handovers", body(away, date, date, confirmed), token(away));
    }

    private Answer report(TherapistInTown away, String from, String to) {
        return api.post("/api/handovers", body(away, from, to, true), token(away));
    }

    private static String body(TherapistInTown away, String from, String to, boolean confirmed) {
        return "{\"therapistId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", \"confirmed\": %s}"
                .formatted(away.id(), from, to, confirmed);
    }

    private Answer awaitStages(String id, TherapistInTown therapist, Set<String> stages) {
        return Await.until(
                "stages of " + id,
                () -> api.get("/api/handovers/" + id, token(therapist)),
                answer -> answer.status() == 200
                        && StreamSupport.stream(answer.body().at("/visits").spliterator(), false)
                                .allMatch(visit ->
                                        stages.contains(visit.at("/stage").asString())));
    }

    private Handover stored(House house) {
        return context.getBean(Handovers.class)
                .of(new Colleague.Therapist("any", TherapistId.of(house.june().id())))
                .next()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private Case stage(Handover report, String visit) {
        return context.getBean(Handovers.class).byId(report.id()).blockOptional(PATIENCE).orElseThrow().cases().stream()
                .filter(one -> one.visit().toString().equals(visit))
                .findFirst()
                .orElseThrow();
    }

    private String secret(Handover report, String visit) {
        return context.getBean(ManageLinks.class)
                .handoverSecretOf(stage(report, visit).id());
    }

    private JsonNode asked(Handover report, String visit) {
        Answer answer = api.get("/api/handover/" + secret(report, visit));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private long held(Handover report, String visit) {
        return context.getBean(HoldTime.class)
                .keptFor(new HeldFor(
                        HeldFor.Kind.ALTERNATIVE, stage(report, visit).id()))
                .count()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private Answer seenBy(TherapistInTown therapist, String visit) {
        Answer answer = api.get("/api/appointments/" + visit, TestTokens.manager(Town.id(), therapist.practiceId()));
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static String token(TherapistInTown therapist) {
        return TestTokens.therapist(therapist.id(), therapist.id());
    }

    private static String choice(String hold) {
        return "{\"choice\": \"%s\"}".formatted(hold);
    }

    private static List<String> choices(JsonNode asked) {
        return asked.at("/alternatives")
                .valueStream()
                .map(each -> each.at("/choice").asString())
                .toList();
    }

    private static List<String> starts(JsonNode asked) {
        return asked.at("/alternatives")
                .valueStream()
                .map(each -> each.at("/start").asString())
                .toList();
    }

    private Mono<ReportSick> reports(DiesAt death) {
        return Mono.fromSupplier(() -> new ReportSick(
                death.over(Handovers.class, context.getBean(Handovers.class)),
                context.getBean(Listings.class),
                context.getBean(Appointments.class),
                (_, _, _, _) -> Mono.just(false),
                clock));
    }

    private OfferAlternatives offers(DiesAt death) {
        return new OfferAlternatives(
                death.over(Handovers.class, context.getBean(Handovers.class)),
                context.getBean(Appointments.class),
                context.getBean(EqualSkill.class),
                holds(death),
                visits(death),
                new EndCase(visits(death), holds(death), PlanSharing.NO_PLANS),
                clock);
    }

    private AnswerHandover answers(DiesAt death) {
        return new AnswerHandover(
                death.over(Handovers.class, context.getBean(Handovers.class)),
                context.getBean(Appointments.class),
                new EndCase(visits(death), holds(death), PlanSharing.NO_PLANS),
                PlanSharing.NO_PLANS,
                clock);
    }

    private HandOver visits(DiesAt death) {
        return new HandOver(
                death.over(Appointments.class, context.getBean(Appointments.class)),
                holds(death),
                context.getBean(BookableStarts.class),
                context.getBean(TakeTime.class),
                clock);
    }

    private HoldTime holds(DiesAt death) {
        return new HoldTime(
                context.getBean(BookableStarts.class),
                context.getBean(TakeTime.class),
                death.over(Holds.class, context.getBean(Holds.class)),
                context.getBean(BookingLimits.class),
                clock);
    }

    private record House(TherapistInTown june, TherapistInTown rosa) {}

    /** A process that ends right before one of its writes; nothing after it happens. */
    private static final class DiesAt {

        private static final Set<String> WRITES =
                new HashSet<>(Set.of("add", "apply", "book", "save", "addOrFind", "settle", "drop"));

        private final AtomicInteger left;

        private DiesAt(int write) {
            this.left = new AtomicInteger(write);
        }

        boolean came() {
            return left.get() <= 0;
        }

        <T> T over(Class<T> port, T living) {
            return port.cast(Proxy.newProxyInstance(
                    port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                        try {
                            Object answer = method.invoke(living, arguments);
                            return answer instanceof Mono<?> one && WRITES.contains(method.getName())
                                    ? Mono.defer(() -> left.decrementAndGet() <= 0
                                            ? Mono.error(new IllegalStateException("died"))
                                            : one)
                                    : answer;
                        } catch (InvocationTargetException e) {
                            throw Objects.requireNonNull(e.getCause());
                        }
                    }));
        }
    }
}

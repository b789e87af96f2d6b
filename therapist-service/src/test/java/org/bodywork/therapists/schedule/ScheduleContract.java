package org.bodywork.therapists.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.contracts.ExampleEvent;
import org.bodywork.platform.testing.kafka.EventFeed;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.bodywork.therapists.account.application.AccessTokens;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.importing.adapter.csv.TestRow;
import org.bodywork.therapists.listing.application.Therapists;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.schedule.application.BookedVisits;
import org.bodywork.therapists.schedule.domain.BookedVisit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What keeping schedules keeps to, on whatever MongoDB. */
@RunningService
abstract class ScheduleContract {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Autowired
    ServiceClient service;

    @Autowired
    Therapists therapists;

    @Autowired
    BookedVisits visits;

    @Autowired
    AccessTokens tokens;

    @Autowired
    BusinessClock clock;

    @Autowired
    Environment environment;

    @Test
    void aTherapistReadsAndReplacesTheirSchedule() {
        Therapist lucia = imported(Fresh.therapist());
        ObjectNode schedule = schedule(lucia);
        schedule.putArray("overrides").addObject().put("date", "2126-12-24").putArray("ranges");

        replace(lucia, version(lucia), schedule).expectStatus().isOk();

        assertThat(schedule(lucia).at("/overrides/0/date").asString()).isEqualTo("2126-12-24");
        assertThat(version(lucia)).isEqualTo("\"2\"");
    }

    @Test
    void anEditOfWhatWasChangedMeanwhileIsRefused() {
        Therapist lucia = imported(Fresh.therapist());
        ObjectNode schedule = schedule(lucia);
        String seen = version(lucia);
        takeTimeOff(lucia, "2126-01-02T00:00", "2126-01-03T00:00")
                .expectStatus()
                .isCreated();

        replace(lucia, seen, schedule).expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
        replace(lucia, null, schedule).expectStatus().isEqualTo(HttpStatus.PRECONDITION_REQUIRED);

        assertThat(schedule(lucia).at("/timeOff").size()).isEqualTo(1);
    }

    @Test
    void timeOffIsTakenAndGivenBack() {
        Therapist lucia = imported(Fresh.therapist());
        JsonNode taken = body(takeTimeOff(lucia, "2126-01-02T09:00:00-06:00", "2126-01-02T12:00:00-06:00")
                .expectStatus()
                .isCreated());
        String timeOff = "/api/therapists/%s/time-off/%s"
                .formatted(lucia.id(), taken.get("id").asString());

        assertThat(schedule(lucia).at("/timeOff/0")).isEqualTo(taken);
        assertThat(taken.get("from").asString()).isEqualTo("2126-01-02T09:00:00-06:00");
        call(HttpMethod.DELETE, timeOff, own(lucia), null).expectStatus().isNoContent();
        call(HttpMethod.DELETE, timeOff, own(lucia), null).expectStatus().isNotFound();
        assertThat(schedule(lucia).at("/timeOff").isEmpty()).isTrue();
    }

    @Test
    void timeOffTakenAtOnceIsAllKept() {
        Therapist lucia = imported(Fresh.therapist());

        List<HttpStatusCode> answers =
                atOnce(4, number -> takeTimeOff(lucia, "2126-01-0%dT00:00".formatted(number), "2126-02-01T00:00"));

        assertThat(answers).containsOnly(HttpStatus.CREATED);
        assertThat(schedule(lucia).at("/timeOff").size()).isEqualTo(4);
    }

    @Test
    void timeOffIsTakenOnTheVersionThatWasSeenWhereOneIsNamed() {
        Therapist lucia = imported(Fresh.therapist());
        String seen = version(lucia);

        takeTimeOffOn(seen, lucia, "2126-01-02T09:00", "2126-01-02T12:00")
                .expectStatus()
                .isCreated();
        takeTimeOffOn(seen, lucia, "2126-01-03T09:00", "2126-01-03T12:00")
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
        takeTimeOffOn("nonsense", lucia, "2126-01-03T09:00", "2126-01-03T12:00")
                .expectStatus()
                .is4xxClientError();

        assertThat(schedule(lucia).at("/timeOff").size()).isEqualTo(1);
    }

    private ResponseSpec takeTimeOffOn(String version, Therapist therapist, String from, String to) {
        return service.http()
                .post()
                .uri("/api/therapists/%s/time-off".formatted(therapist.id()))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + own(therapist))
                .header(HttpHeaders.IF_MATCH, version)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to))
                .exchange();
    }

    @Test
    void ofTwoEditsOfOneVersionOneIsMade() {
        Therapist lucia = imported(Fresh.therapist());
        ObjectNode schedule = schedule(lucia);
        String seen = version(lucia);

        List<HttpStatusCode> answers = atOnce(2, number -> {
            ObjectNode edited = schedule.deepCopy();
            edited.putObject("holidays").put("federal", true).putArray("dates").add("2126-01-0" + number);
            return replace(lucia, seen, edited);
        });

        assertThat(answers).containsExactlyInAnyOrder(HttpStatus.OK, HttpStatus.PRECONDITION_FAILED);
        assertThat(schedule(lucia).at("/holidays/dates").size()).isEqualTo(1);
    }

    private static List<HttpStatusCode> atOnce(int calls, IntFunction<ResponseSpec> call) {
        List<CompletableFuture<HttpStatusCode>> answers = IntStream.rangeClosed(1, calls)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> call.apply(number).returnResult(byte[].class).getStatus()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void refusesTimeOffThatIsOver() {
        Therapist lucia = imported(Fresh.therapist());

        takeTimeOff(lucia, "2020-01-02T00:00", "2020-01-03T00:00")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/to");
    }

    @Test
    void namesWhatASchemaFindsWrong() {
        Therapist lucia = imported(Fresh.therapist());
        ObjectNode schedule = schedule(lucia);
        ((ObjectNode) schedule.at("/versions/0/hours/0")).put("from", "09:02");
        schedule.put("colour", "blue");

        replace(lucia, version(lucia), schedule)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].pointer")
                .value((List<String> pointers) ->
                        assertThat(pointers).containsExactlyInAnyOrder("/versions/0/hours/0/from", "/colour"));
        assertThat(version(lucia)).isEqualTo("\"1\"");
    }

    @Test
    void onlyTheirOwnPeopleSeeASchedule() {
        Therapist lucia = imported(Fresh.therapist());
        Therapist other = imported(Fresh.therapist());
        String path = "/api/therapists/%s/schedule".formatted(lucia.id());

        call(HttpMethod.GET, path, own(lucia), null).expectStatus().isOk();
        call(HttpMethod.GET, path, manager(lucia.practice()), null)
                .expectStatus()
                .isOk();
        call(HttpMethod.GET, path, operator(), null).expectStatus().isOk();
        call(HttpMethod.GET, path, own(other), null).expectStatus().isNotFound();
        call(HttpMethod.GET, path, manager(other.practice()), null)
                .expectStatus()
                .isNotFound();
        call(HttpMethod.GET, "/api/therapists/nobody/schedule", operator(), null)
                .expectStatus()
                .isNotFound();
        service.get(path).expectStatus().isUnauthorized();
    }

    @Test
    void aChangeThatTouchesBookedVisitsIsMadeOnlyInKnowledgeOfAllOfThem() {
        Therapist lucia = imported(Fresh.therapist());
        LocalDate monday = LocalDate.parse("2126-01-07");
        UUID first = booked(lucia, monday, 9);
        UUID second = booked(lucia, monday, 15);
        booked(lucia, monday.plusDays(1), 15);

        JsonNode refusal = body(takeTimeOff(lucia, monday + "T00:00", monday + "T16:00")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT));
        takeTimeOff(lucia, monday + "T00:00", monday + "T16:00", first)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);

        assertThat(refusal.get("type").asString()).endsWith("visits-affected");
        assertThat(refusal.get("visits").findValuesAsString("id")).containsExactly(first.toString(), second.toString());
        assertThat(refusal.at("/visits/0/start").asString()).isEqualTo(monday + "T09:00:00-06:00");
        assertThat(schedule(lucia).at("/timeOff").isEmpty()).isTrue();
        takeTimeOff(lucia, monday + "T00:00", monday + "T16:00", first, second)
                .expectStatus()
                .isCreated();
    }

    @Test
    void aVisitThatEndedIsNotInTheWayAndALateEchoOfItIsIgnored() {
        Therapist lucia = imported(Fresh.therapist());
        LocalDate monday = LocalDate.parse("2126-01-07");
        UUID visit = booked(lucia, monday, 9);
        ExampleEvent confirmed = confirmed(lucia, visit, monday, 9);

        send(ExampleEvent.of("org.bodywork.appointment.cancelled.v1", "minimal")
                .withId(visit)
                .with("/therapistId", lucia.id().toString())
                .withSequence(9));
        Await.until("the visit is gone", () -> booked(lucia), List::isEmpty);
        send(confirmed);
        UUID later = booked(lucia, monday, 15);

        assertThat(booked(lucia)).extracting(BookedVisit::id).containsExactly(later);
    }

    @Test
    void theListingTellsOfTheWholeSchedule() {
        Therapist lucia = imported(Fresh.therapist());
        try (EventProbe probe = EventProbe.on(brokers(), "therapists")) {
            takeTimeOff(lucia, "2126-01-02T00:00", "2126-01-03T00:00")
                    .expectStatus()
                    .isCreated();

            SeenEvent told = probe.await(
                    "therapists",
                    event -> event.subject().equals(lucia.id().toString())
                            && event.data().has("timeOff"));

            EventContract.of("org.bodywork.therapist.changed.v1").assertFits(told.value());
            assertThat(told.text("/timeOff/0/from")).isEqualTo("2126-01-02T00:00");
            assertThat(told.data().at("/versions/0/schedule"))
                    .isEqualTo(told.data().get("schedule"));
        }
    }

    @Test
    void hoursAtAnotherLocationOfThePracticeMakeItTheirs() {
        TestRow row = Fresh.therapist();
        imported(row);
        Therapist lucia = imported(row.with("location_id", "grand").with("location_name", "Grand Boulevard"));
        TestRow first =
                row.with("therapist_id", Fresh.slug("therapist")).with("email", Fresh.slug("x") + "@demo.example");
        String morganford = imported(first).workplaces().getFirst().id().toString();
        ObjectNode schedule = schedule(lucia);
        schedule.putArray("overrides")
                .addObject()
                .put("date", "2126-12-24")
                .put("locationId", morganford)
                .putArray("ranges")
                .addObject()
                .put("from", "09:00")
                .put("to", "12:00");

        replace(lucia, version(lucia), schedule).expectStatus().isOk();

        JsonNode profile = body(service.get("/api/therapists/{id}", lucia.id().toString()));
        assertThat(profile.get("locations").findValuesAsString("id")).hasSize(2).contains(morganford);
    }

    private Therapist imported(TestRow row) {
        service.importing(row).expectStatus().isOk();
        return Objects.requireNonNull(
                        therapists.published(new Slug(row.get("therapist_id"))).block())
                .value()
                .therapist();
    }

    /** Returns once the service has heard of it. */
    private UUID booked(Therapist therapist, LocalDate date, int hour) {
        UUID id = UUID.randomUUID();
        send(confirmed(therapist, id, date, hour));
        Await.until(
                "the visit is known",
                () -> booked(therapist),
                all -> all.stream().anyMatch(visit -> visit.id().equals(id)));
        return id;
    }

    private List<BookedVisit> booked(Therapist therapist) {
        return Objects.requireNonNull(
                visits.of(therapist.id(), clock.now()).collectList().block());
    }

    private static ExampleEvent confirmed(Therapist therapist, UUID id, LocalDate date, int hour) {
        Instant start = date.atTime(hour, 0).atZone(CHICAGO).toInstant();
        return ExampleEvent.of("org.bodywork.appointment.confirmed.v1", "minimal")
                .withId(id)
                .withSequence(3)
                .with("/therapistId", therapist.id().toString())
                .with("/locationId", therapist.workplaces().getFirst().id().toString())
                .with("/start", start.toString())
                .with("/end", start.plusSeconds(3600).toString());
    }

    private void send(ExampleEvent event) {
        try (EventFeed bookings = EventFeed.as("booking-service", brokers(), clock)) {
            bookings.send(event);
        }
    }

    private String brokers() {
        return environment.getRequiredProperty("spring.kafka.bootstrap-servers");
    }

    private ObjectNode schedule(Therapist therapist) {
        return (ObjectNode) body(
                call(HttpMethod.GET, "/api/therapists/%s/schedule".formatted(therapist.id()), own(therapist), null));
    }

    private String version(Therapist therapist) {
        return Objects.requireNonNull(
                call(HttpMethod.GET, "/api/therapists/%s/schedule".formatted(therapist.id()), own(therapist), null)
                        .returnResult(byte[].class)
                        .getResponseHeaders()
                        .getETag());
    }

    private ResponseSpec replace(Therapist therapist, @Nullable String version, ObjectNode schedule) {
        WebTestClient.RequestBodySpec request = service.http()
                .put()
                .uri("/api/therapists/%s/schedule".formatted(therapist.id()))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + own(therapist))
                .contentType(MediaType.APPLICATION_JSON);
        if (version != null) {
            request.header(HttpHeaders.IF_MATCH, version);
        }
        return request.bodyValue(schedule.toString()).exchange();
    }

    private ResponseSpec takeTimeOff(Therapist therapist, String from, String to, UUID... accepted) {
        ObjectNode wish =
                JsonMapper.shared().createObjectNode().put("from", from).put("to", to);
        Stream.of(accepted).map(UUID::toString).forEach(wish.putArray("acceptAffected")::add);
        return call(
                HttpMethod.POST,
                "/api/therapists/%s/time-off".formatted(therapist.id()),
                own(therapist),
                wish.toString());
    }

    private ResponseSpec call(HttpMethod method, String path, String token, @Nullable String json) {
        WebTestClient.RequestBodySpec request =
                service.http().method(method).uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        return json == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json)
                        .exchange();
    }

    private static JsonNode body(ResponseSpec answer) {
        return JsonMapper.shared()
                .readTree(
                        Objects.requireNonNull(answer.returnResult(byte[].class).getResponseBodyContent()));
    }

    private String own(Therapist therapist) {
        return token(Role.THERAPIST, therapist.practice(), therapist.id());
    }

    private String manager(PracticeId practice) {
        return token(Role.MANAGER, practice, null);
    }

    private String operator() {
        return token(Role.OPERATOR, null, null);
    }

    private String token(Role role, @Nullable PracticeId practice, @Nullable TherapistId therapist) {
        Account account = new Account(
                new AccountId(UUID.randomUUID()),
                new EmailAddress("somebody@demo.example"),
                List.of(role),
                practice,
                therapist,
                new Language("en"));
        return Objects.requireNonNull(tokens.issueFor(account).block()).value();
    }
}

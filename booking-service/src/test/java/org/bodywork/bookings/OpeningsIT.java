package org.bodywork.bookings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.platform.testing.Await;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;

@WholeService
class OpeningsIT {

    private final Town town;
    private static final List<String> SECURITY_HEADERS = List.of(
            "Cache-Control",
            "Content-Type",
            "Expires",
            "Pragma",
            "Referrer-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-XSS-Protection");

    private final BookingApi api;
    private final int port;
    private final MeterRegistry metrics;
    private final KafkaTemplate<String, byte[]> kafka;

    OpeningsIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired MeterRegistry metrics,
            @Autowired KafkaTemplate<String, byte[]> kafka) {
        this.town = town;
        this.api = new BookingApi(port);
        this.port = port;
        this.metrics = metrics;
        this.kafka = kafka;
    }

    @Test
    void areListedDayByDayWithTheOffsetOfThePlace() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();

        Answer answer = api.openings(june, date, date.plusDays(1));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/zone")).isEqualTo("America/Chicago");
        assertThat(answer.body().at("/days").size()).isEqualTo(2);
        assertThat(answer.text("/days/0/date")).isEqualTo(date.toString());
        assertThat(answer.text("/days/0/locationId")).isEqualTo(june.locationId());
        assertThat(answer.body().at("/days/0/starts").size()).isEqualTo(15);
        assertThat(answer.text("/days/0/starts/0")).isEqualTo(startAt(date, "09:00"));
        assertThat(answer.text("/days/0/starts/14")).isEqualTo(startAt(date, "16:00"));
    }

    @Test
    void areListedEmptyBeyondTheHorizon() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate far = town.inTwoWeeks().plusYears(1);

        Answer answer = api.openings(june, far, far.plusDays(61));

        assertThat(answer.body().at("/days").size()).isEqualTo(62);
        assertThat(answer.body().at("/days").findValues("starts")).allMatch(starts -> starts.isEmpty());
    }

    @Test
    void costNoDatabaseReadWhileNothingChanges() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        Await.until("the answer is kept", () -> readsOf(june, date), reads -> reads == 0);

        double reads = readsOf(june, date);

        assertThat(reads).isZero();
    }

    @Test
    void areCountedAndTimedLikeWhateverElseIsAsked() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        long before = answered();

        api.openings(june, date, date);

        assertThat(answered()).isEqualTo(before + 1);
    }

    /** All by tags that others have too, or they would not be found as one meter. */
    private long answered() {
        return metrics.find("http.server.requests").tag("uri", "/api/openings").tag("status", "200").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void areWithoutABookedTimeInTheVeryNextAnswer() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        Await.until("the answer is kept", () -> readsOf(june, date), reads -> reads == 0);

        api.book(aBooking(june, startAt(date, "10:00")));

        assertThat(api.startsOn(june, date))
                .doesNotContain(
                        startAt(date, "09:00"),
                        startAt(date, "09:30"),
                        startAt(date, "10:00"),
                        startAt(date, "10:30"),
                        startAt(date, "11:00"))
                .contains(startAt(date, "11:30"));
    }

    @Test
    void loseTheLastRoomToAColleagueInTheVeryNextAnswer() {
        TherapistInTown june = town.settle(bookedInstantly().needingOneOf("Elm"));
        TherapistInTown may = town.settle(june.colleague());
        LocalDate date = town.inTwoWeeks();
        Await.until("the answer is kept", () -> readsOf(june, date), reads -> reads == 0);

        api.book(aBooking(may, startAt(date, "10:00")));

        assertThat(api.startsOn(june, date)).doesNotContain(startAt(date, "10:00"));
    }

    @Test
    void areLookedUpAgainAfterARecordThatCannotBeRead() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        Await.until("the answer is kept", () -> readsOf(june, date), reads -> reads == 0);

        kafka.send("occupancy", "nobody", "hello".getBytes(UTF_8)).join();

        Await.until("it is forgotten", Duration.ofSeconds(5), () -> readsOf(june, date), reads -> reads > 0);
    }

    @Test
    void followANewListing() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate date = town.inTwoWeeks();
        api.openings(june, date, date);

        town.settle(june.closingAt("12:00", 2));

        awaitStarts(june, date, starts -> starts.size() == 5);
    }

    @Test
    void endWithTheLastDayOfTheLicenceAndComeBackWithItsRenewal() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate last = town.inTwoWeeks();
        LocalDate after = last.plusDays(1);
        assertThat(api.startsOn(june, after)).isNotEmpty();

        publishLicensedUntil(last, june.closingAt("17:00", 2));

        awaitStarts(june, after, List::isEmpty);
        assertThat(api.startsOn(june, last)).isNotEmpty();
        assertThat(api.book(aBooking(june, startAt(after, "10:00"))).problem()).isEqualTo("not-an-opening");

        publishLicensedUntil(last.plusYears(2), june.closingAt("17:00", 3));

        awaitStarts(june, after, starts -> !starts.isEmpty());
    }

    /** What is remembered is forgotten a moment after the new listing has been stored. */
    private void awaitStarts(TherapistInTown therapist, LocalDate date, Predicate<List<String>> wanted) {
        Await.until("the openings follow", () -> api.startsOn(therapist, date), wanted);
    }

    private void publishLicensedUntil(LocalDate lastDay, TherapistInTown therapist) {
        String licence = "\"licence\": {\"number\": \"MO-46288\", \"state\": \"MO\", \"expires\": \"%s\"}, \"schedule\""
                .formatted(lastDay);
        town.publish(
                "therapists",
                "org.bodywork.therapist.changed.v1",
                therapist.id(),
                therapist.sequence(),
                therapist.json().replace("\"schedule\"", licence));
        town.awaitKnown("listings", therapist.id(), therapist.sequence());
    }

    @Test
    void ignoreAListingThatIsOlderOrComesAgain() {
        TherapistInTown june = town.settle(bookedInstantly().closingAt("12:00", 5));

        town.publish(june.closingAt("17:00", 4));
        town.publish(june.closingAt("17:00", 5));
        town.awaitAllHandled(june);

        assertThat(api.startsOn(june, town.inTwoWeeks())).hasSize(5);
    }

    @Test
    void areNotFoundForAnUnknownTherapist() {
        LocalDate date = town.inTwoWeeks();

        Answer answer = api.openings(bookedInstantly(), date, date);

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void keepAllDaysOfALongQuestionInOrder() {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate from = town.inTwoWeeks();

        Answer answer = api.openings(june, from, from.plusDays(30));

        List<String> dates = answer.body().at("/days").findValuesAsString("date");
        assertThat(dates).hasSize(31).isSorted();
    }

    @Test
    void areTheSameBeforeTheFiltersAndBehindThem() {
        TherapistInTown june = town.settle(bookedInstantly());
        String question = question(june, town.inTwoWeeks());

        Answer early = api.get(question);
        Answer late = api.call(HttpMethod.GET, question, null, Map.of("Origin", "http://localhost:" + port));

        assertThat(early.body()).isEqualTo(late.body());
        assertThat(early.headers().headerNames()).containsAll(SECURITY_HEADERS);
        SECURITY_HEADERS.forEach(name ->
                assertThat(early.headers().get(name)).isEqualTo(late.headers().get(name)));
    }

    @Test
    void areCompressedForWhoeverReadsGzip() throws IOException, InterruptedException {
        TherapistInTown june = town.settle(bookedInstantly());
        String question = question(june, town.inTwoWeeks());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + question))
                .header("Accept-Encoding", "gzip")
                .build();

        HttpResponse<byte[]> compressed;
        try (HttpClient http = HttpClient.newHttpClient()) {
            compressed = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }

        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(new String(plain.readAllBytes(), UTF_8))
                    .isEqualTo(api.get(question).body().toString());
        }
    }

    @Test
    void areComputedAfreshForWhoeverTrustsNoMemory() {
        TherapistInTown june = town.settle(bookedInstantly());
        String question = question(june, town.inTwoWeeks());
        double before = metrics.counter(FreshOpenings.DATABASE_READS).count();

        List<Answer> answers = List.of(afresh(question), afresh(question), afresh(question));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(metrics.counter(FreshOpenings.DATABASE_READS).count()).isGreaterThanOrEqualTo(before + 3);
    }

    private Answer afresh(String question) {
        return api.call(HttpMethod.GET, question, null, Map.of("Cache-Control", "no-cache"));
    }

    private static String question(TherapistInTown therapist, LocalDate date) {
        return "/api/openings?therapistId=%s&treatmentId=%s&from=%s&to=%s"
                .formatted(therapist.id(), therapist.treatmentId(), date, date.plusDays(6));
    }

    private double readsOf(TherapistInTown therapist, LocalDate date) {
        double before = metrics.counter(FreshOpenings.DATABASE_READS).count();
        api.openings(therapist, date, date);
        return metrics.counter(FreshOpenings.DATABASE_READS).count() - before;
    }
}

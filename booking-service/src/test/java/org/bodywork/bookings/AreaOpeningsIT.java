package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.platform.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each test has a length of treatment to itself, by which it finds nobody but its own therapists. */
@WholeService
class AreaOpeningsIT {

    private final Town town;
    private final BookingApi api;
    private final MeterRegistry metrics;

    AreaOpeningsIT(@Autowired Town town, @LocalServerPort int port, @Autowired MeterRegistry metrics) {
        this.town = town;
        this.api = new BookingApi(port);
        this.metrics = metrics;
    }

    @Test
    void areThoseOfEachTherapistWhoFits() {
        SomebodyWho june = settle(SomebodyWho.works("st-louis", 35).helping("arthritis"));
        SomebodyWho may = settle(SomebodyWho.works("maplewood", 35).helping("arthritis"));
        settle(SomebodyWho.works("maplewood", 35).helping("poor-sleep"));
        LocalDate date = town.inTwoWeeks();

        Answer answer = ask("area=st-louis&modality=swedish&condition=arthritis&minutes=35", date, date.plusDays(1));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(therapists(answer)).containsExactlyInAnyOrder(june.id(), may.id());
        assertThat(answer.text("/items/0/zone")).isEqualTo("America/Chicago");
        assertThat(answer.body().at("/items/0/days"))
                .isEqualTo(api.openings(whoever(answer, june, may), date, date.plusDays(1))
                        .body()
                        .at("/days"));
    }

    @Test
    void areOfTheGenderAskedForAndOfPublishedListingsOnly() {
        settle(SomebodyWho.works("lakewood", 40).being("man"));
        SomebodyWho may = settle(SomebodyWho.works("lakewood", 40).being("woman"));
        settle(SomebodyWho.works("lakewood", 40).being("woman").withdrawn());

        Answer answer = ask("area=lakewood&gender=woman&minutes=40", town.inTwoWeeks(), town.inTwoWeeks());

        assertThat(therapists(answer)).containsExactly(may.id());
    }

    @Test
    void comeFiftyTherapistsAtATime() {
        Set<String> all = new TreeSet<>(IntStream.range(0, 53)
                .mapToObj(_ -> SomebodyWho.works("lakewood", 25))
                .peek(this::publish)
                .map(SomebodyWho::id)
                .toList());
        String question = "area=lakewood&minutes=25";
        LocalDate date = town.inTwoWeeks();
        List<String> beginning = all.stream().limit(50).toList();
        Await.until(
                "all are known",
                () -> therapists(ask(question, date, date)).equals(beginning)
                        && therapists(ask(question + "&after=" + beginning.getLast(), date, date))
                                        .size()
                                == 3,
                known -> known);

        Answer first = ask(question, date, date);
        Answer second = ask(question + "&after=" + first.text("/next"), date, date);

        assertThat(therapists(first)).hasSize(50);
        assertThat(therapists(second)).hasSize(3);
        assertThat(second.body().has("next")).isFalse();
        List<String> seen = new ArrayList<>(therapists(first));
        seen.addAll(therapists(second));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void costTwoReadsForAllWhoAreNotKnownAndNoneForThoseWhoAre() {
        IntStream.range(0, 12).mapToObj(_ -> SomebodyWho.works("lakewood", 50)).forEach(this::settle);
        LocalDate date = town.inTwoWeeks();
        Await.until("answers are kept", () -> readsOf(date), reads -> reads == 0);

        double known = readsOf(date);
        double fresh = readsOf(date.plusDays(1));

        assertThat(known).isZero();
        assertThat(fresh).isLessThanOrEqualTo(2);
    }

    @Test
    void areWithoutABookedTimeInTheVeryNextAnswer() {
        SomebodyWho june = settle(SomebodyWho.works("lakewood", 55));
        LocalDate date = town.inTwoWeeks();
        String ten = startAt(date, "10:00");
        assertThat(starts(ask("area=lakewood&minutes=55", date, date))).contains(ten);

        api.book(aBooking(june.therapist(), ten));

        assertThat(starts(ask("area=lakewood&minutes=55", date, date)))
                .isNotEmpty()
                .doesNotContain(ten);
    }

    @ParameterizedTest
    @CsvSource({
        "/area, area=chicago",
        "/area, area=",
        "/modality, area=lakewood&modality=reiki",
        "/condition, area=lakewood&condition=love",
        "/condition, area=lakewood&condition=arthritis&condition=love",
        "/gender, area=lakewood&gender=x",
        "/minutes, area=lakewood&minutes=an-hour",
        "/minutes, area=lakewood&minutes=0",
        "/after, area=lakewood&after=nobody",
        "/therapistId, area=lakewood&therapistId=june"
    })
    void areRefusedWithTheNameOfEachWrongField(String field, String question) {
        Answer refused = ask(question, town.inTwoWeeks(), town.inTwoWeeks());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly(field);
    }

    @Test
    void areRefusedForMoreThanAMonth() {
        LocalDate from = town.inTwoWeeks();

        assertThat(ask("area=lakewood", from, from.plusDays(30)).status()).isEqualTo(200);
        assertThat(ask("area=lakewood&gender=x", from, from.plusDays(31)).wrongFields())
                .containsExactlyInAnyOrder("/gender", "/to");
    }

    private SomebodyWho settle(SomebodyWho somebody) {
        publish(somebody);
        town.awaitKnown("listings", somebody.id(), 1);
        Await.until("it can be chosen", () -> isListed(somebody), listed -> listed == somebody.isPublished());
        return somebody;
    }

    private void publish(SomebodyWho somebody) {
        town.publish("therapists", "org.bodywork.therapist.changed.v1", somebody.id(), 1, somebody.json());
    }

    private boolean isListed(SomebodyWho somebody) {
        String question = "area=%s&minutes=%d".formatted(somebody.area(), somebody.minutes());
        return therapists(ask(
                        question,
                        town.inTwoWeeks().minusDays(1),
                        town.inTwoWeeks().minusDays(1)))
                .contains(somebody.id());
    }

    private Answer ask(String question, LocalDate from, LocalDate to) {
        return api.get("/api/openings?%s&from=%s&to=%s".formatted(question, from, to));
    }

    private double readsOf(LocalDate date) {
        double before = metrics.counter(FreshOpenings.DATABASE_READS).count();
        ask("area=lakewood&minutes=50", date, date);
        return metrics.counter(FreshOpenings.DATABASE_READS).count() - before;
    }

    private static TherapistInTown whoever(Answer answer, SomebodyWho one, SomebodyWho other) {
        return (therapists(answer).getFirst().equals(one.id()) ? one : other).therapist();
    }

    private static List<String> therapists(Answer answer) {
        return each(answer.body().at("/items"))
                .map(item -> item.at("/therapistId").asString())
                .toList();
    }

    private static List<String> starts(Answer answer) {
        return each(answer.body().at("/items/0/days/0/starts"))
                .map(JsonNode::asString)
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

package org.bodywork.therapists.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.bodywork.therapists.account.application.Accounts;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.importing.adapter.csv.TestRow;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.json.JsonMapper;

/** What warnings of expiring licences keep to, on whatever MongoDB. */
@RunningService
abstract class LicenceWarningsContract {

    private static final String WARNING = "org.bodywork.staff.credential-expiring.v1";

    @Autowired
    ServiceClient service;

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    Accounts accounts;

    @Autowired
    EventCipher cipher;

    @Autowired
    BusinessClock clock;

    @Autowired
    Environment environment;

    private EventProbe probe;

    @BeforeEach
    void listen() {
        probe = EventProbe.on(environment.getRequiredProperty("spring.kafka.bootstrap-servers"), "staff");
    }

    @AfterEach
    void stopListening() {
        probe.close();
    }

    @Test
    void tellsTheTherapistAtOnceThatTheLicenceExpiresSoon() {
        TestRow therapist = expiringIn(20);

        String id = imported(therapist);

        SeenEvent event = probe.await("staff", seen -> isWarningOf(seen, id));
        EventContract.of(WARNING).assertFits(event.value());
        assertThat(event.text("/daysBefore")).isEqualTo("30");
        assertThat(event.text("/expires")).isEqualTo(therapist.get("licence_expires"));
        assertThat(event.key()).isEqualTo(event.text("/accountId"));
        assertThat(event.value()).doesNotContain(therapist.get("email"));
        assertThat(JsonMapper.shared()
                        .readTree(cipher.open(event.text("/id"), WARNING, event.text("/sealed")))
                        .at("/email")
                        .asString())
                .isEqualTo(therapist.get("email"));
    }

    @Test
    void tellsWhoManagesThePracticeToo() {
        TestRow therapist = expiringIn(20);
        AccountId manager = aManagerAt(therapist.get("practice_id"));
        aManagerAt(Fresh.slug("another-practice"));

        String id = imported(therapist);

        probe.await("staff", seen -> isWarningOf(seen, id) && manager.toString().equals(seen.key()));
        awaitWarned(id);
        assertThat(warningsOf(id))
                .hasSize(2)
                .extracting(event -> event.text("/id"))
                .doesNotHaveDuplicates();
    }

    private AccountId aManagerAt(String practice) {
        AccountId id = AccountId.random();
        accounts.add(new Account(
                        id,
                        new EmailAddress(Fresh.slug("manager") + "@demo.example"),
                        List.of(Role.MANAGER),
                        PracticeId.ofExternal(new Slug(practice)),
                        null,
                        new Language("en")))
                .block();
        return id;
    }

    @Test
    void tellsItOnceHoweverOftenTheListingIsSaved() {
        TestRow therapist = expiringIn(20);
        String id = imported(therapist);
        awaitWarned(id);

        imported(therapist.with("approach", "Something new to say."));
        awaitRested(id);

        assertThat(warningsOf(id)).hasSize(1);
    }

    /** As one of many that came by a large file: nobody has been told of it yet, and no event waits in its document. */
    @Test
    void aWarningOvertakesNoListingThatNobodyWasToldOf() {
        String id = imported(expiringIn(20));
        awaitWarned(id);
        Await.until("it is told", () -> stored(id), document -> !document.containsKey("relay"));
        try (EventProbe listings =
                EventProbe.on(environment.getRequiredProperty("spring.kafka.bootstrap-servers"), "therapists")) {
            Document lease = new Document("token", "of a large file")
                    .append("until", clock.now().plus(Duration.ofHours(1)));

            mongo.updateFirst(
                            Query.query(Criteria.where("_id").is(id)),
                            new Update()
                                    .set("relay", lease)
                                    .set("due", clock.now())
                                    .unset("licenceWarning"),
                            "therapists")
                    .block();

            listings.await("therapists", event -> event.subject().equals(id));
            awaitWarned(id);
        }
    }

    @Test
    void saysNothingOfALicenceThatIsValidForLong() {
        String id = imported(expiringIn(300));

        awaitRested(id);

        assertThat(warningsOf(id)).isEmpty();
    }

    @Test
    void looksAtTheNextStepAndAtNothingOnceThereIsNone() {
        String soon = imported(expiringIn(40));
        String sooner = imported(expiringIn(3));

        awaitWarned(soon);
        awaitWarned(sooner);

        assertThat(stored(soon).getDate("due").toInstant()).isAfter(clock.now());
        assertThat(stored(sooner)).doesNotContainKeys("due", "claim", "claimableFrom", "attempts");
    }

    private TestRow expiringIn(int days) {
        LocalDate today = clock.now().atZone(Area.ST_LOUIS.zone()).toLocalDate();
        return Fresh.therapist().with("licence_expires", today.plusDays(days).toString());
    }

    private String imported(TestRow therapist) {
        service.importing(therapist).expectStatus().isOk();
        byte[] body = service.get("/api/therapists/{slug}", therapist.get("therapist_id"))
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body).at("/id").asString();
    }

    private void awaitWarned(String id) {
        Await.until("the warning is noted", () -> stored(id), document -> document.containsKey("licenceWarning"));
        awaitRested(id);
    }

    /** Nothing is due at this moment. */
    private void awaitRested(String id) {
        Await.until(
                "nobody has to look at present",
                () -> stored(id),
                document -> document.getDate("due") == null
                        || document.getDate("due").toInstant().isAfter(clock.now()));
    }

    private List<SeenEvent> warningsOf(String id) {
        return probe.upToNow("staff").stream()
                .filter(event -> isWarningOf(event, id))
                .toList();
    }

    private static boolean isWarningOf(SeenEvent event, String therapist) {
        return event.type().equals(WARNING) && event.text("/therapistId").equals(therapist);
    }

    private Document stored(String id) {
        return mongo.findById(id, Document.class, "therapists").blockOptional().orElseThrow();
    }
}

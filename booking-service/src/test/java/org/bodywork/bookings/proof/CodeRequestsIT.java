package org.bodywork.bookings.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.proof.KnownContacts.Contact;
import org.bodywork.platform.codes.CodeIssued;
import org.bodywork.platform.codes.CodeLimits;
import org.bodywork.platform.codes.CodeLimits.TooMany;
import org.bodywork.platform.codes.domain.Binding;
import org.bodywork.platform.codes.domain.BrowserKey;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@MongoContract
class CodeRequestsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ADA = "ref-of-ada";
    private static final String EMAIL = "ada@example.org";
    private static final Optional<Contact> KNOWN = Optional.of(new Contact("Ada@example.org", "es"));
    private static final BrowserKey KEY = BrowserKey.random(new SecureRandom());
    private static final Binding BROWSER = Binding.to(KEY, true);

    private final ReactiveMongoTemplate mongo;
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-21T18:00:00Z"));
    private final EventCipher cipher = EventCipher.of(FreshKeys.keyset());
    private final CodeRequests requests;
    private final CodeLimits counts;

    CodeRequestsIT(TestDatabase database) {
        mongo = database.template();
        mongo.getCollection(CodeRequestDocument.COLLECTION)
                .flatMapMany(all -> all.createIndexes(
                        new ProofConfiguration().codeRequestIndexes().indexes()))
                .blockLast(PATIENCE);
        BusinessClock business = new BusinessClock(clock);
        requests = new CodeRequests(mongo, Outbox.unattended(clock), cipher, business, clock);
        counts = new CodeLimits(
                mongo,
                "codeRequestCounts",
                new ProofSettings(2, 3, 4, Duration.ofHours(1), Duration.ofMinutes(30)).limits(),
                clock,
                business);
    }

    @Test
    void sendsTheCodeSealedToTheAddressOnRecord() {
        UUID id = open(KNOWN);

        Document event = outbox(id).getFirst();

        EventContract.of(CodeIssued.TYPE).assertFits(event.getString("json"));
        assertThat(event.getString("topic")).isEqualTo("sign-ins");
        assertThat(event.getString("json")).doesNotContain("example.org");
        assertThat(message(id).at("/email").asString()).isEqualTo("Ada@example.org");
        assertThat(message(id).at("/locale").asString()).isEqualTo("es");
        assertThat(stored(id).toJson()).doesNotContain(codeOf(id).digits());
    }

    @Test
    void provesTheClientOnce() {
        UUID id = open(KNOWN);
        OneTimeCode code = codeOf(id);

        assertThat(confirm(id, code, KEY)).contains(ADA);
        assertThat(confirm(id, code, KEY)).isEmpty();
    }

    @Test
    void provesOnceHoweverManyShowTheCodeAtOnce() {
        UUID id = open(KNOWN);
        OneTimeCode code = codeOf(id);

        List<String> proven = Flux.range(0, 5)
                .flatMap(_ -> requests.confirm(id, EMAIL, code, KEY).subscribeOn(Schedulers.parallel()))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(proven).containsExactly(ADA);
    }

    @Test
    void opensInTheBrowserThatAskedOnly() {
        UUID id = open(KNOWN);
        OneTimeCode code = codeOf(id);

        assertThat(confirm(id, code, BrowserKey.random(new SecureRandom()))).isEmpty();
        assertThat(confirm(id, code, null)).isEmpty();
        assertThat(confirm(id, code, KEY)).contains(ADA);
    }

    @Test
    void staysShutAfterFiveTries() {
        UUID id = open(KNOWN);
        OneTimeCode code = codeOf(id);
        OneTimeCode wrong = new OneTimeCode(code.digits().equals("000000") ? "000001" : "000000");
        for (int turn = 0; turn < CodeRequestDocument.MOST_TRIES; turn++) {
            assertThat(confirm(id, wrong, KEY)).isEmpty();
        }

        assertThat(confirm(id, code, KEY)).isEmpty();
    }

    @Test
    void staysShutForAnotherAddress() {
        UUID id = open(KNOWN);

        assertThat(requests.confirm(id, "grace@example.org", codeOf(id), KEY).blockOptional(PATIENCE))
                .isEmpty();
    }

    @Test
    void isOverAfterTenMinutes() {
        UUID id = open(KNOWN);
        OneTimeCode code = codeOf(id);

        clock.advance(CodeRequestDocument.LIFE);

        assertThat(confirm(id, code, KEY)).isEmpty();
    }

    @Test
    void endsTheCodeBefore() {
        UUID first = open(KNOWN);
        OneTimeCode code = codeOf(first);
        open(KNOWN);

        assertThat(confirm(first, code, KEY)).isEmpty();
    }

    @Test
    void keepsARequestForNobodyTooButSendsNothing() {
        UUID id = open(Optional.empty());

        assertThat(stored(id)).doesNotContainKeys("outbox", "relay", "client");
        assertThat(stored(id).getString("hash")).isNotEmpty();
    }

    @Test
    void countsPerClientPerDayAndPerNetworkAddress() {
        count(ADA, "192.0.2.1").verifyComplete();
        count(ADA, "192.0.2.1").verifyComplete();
        count(ADA, "192.0.2.2").verifyError(TooMany.class);
        clock.advance(Duration.ofHours(1));
        count(ADA, "192.0.2.1").verifyComplete();
        count(ADA, "192.0.2.1").verifyError(TooMany.class);
        for (String client : List.of("one", "two", "three", "four")) {
            count(client, "192.0.2.9").verifyComplete();
        }
        count("five", "192.0.2.9").verifyError(TooMany.class);
    }

    private StepVerifier.FirstStep<Void> count(String client, String address) {
        return StepVerifier.create(counts.count(client, InetAddress.ofLiteral(address)));
    }

    private UUID open(Optional<Contact> contact) {
        return now(requests.open(ADA, EMAIL, contact, BROWSER));
    }

    private Optional<String> confirm(UUID id, OneTimeCode code, @Nullable BrowserKey shown) {
        return requests.confirm(id, EMAIL, code, shown).blockOptional(PATIENCE);
    }

    private OneTimeCode codeOf(UUID id) {
        return new OneTimeCode(message(id).at("/code").asString());
    }

    private JsonNode message(UUID id) {
        String sealed = EventJson.tree(outbox(id).getFirst().getString("json"))
                .at("/sealed")
                .asString();
        return EventJson.tree(cipher.open(id.toString(), CodeIssued.TYPE, sealed));
    }

    private List<Document> outbox(UUID id) {
        return stored(id).getList("outbox", Document.class);
    }

    private Document stored(UUID id) {
        Query byId = Query.query(Criteria.where("_id").is(id.toString()));
        return now(mongo.findOne(byId, Document.class, CodeRequestDocument.COLLECTION));
    }

    private static <T> T now(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }
}

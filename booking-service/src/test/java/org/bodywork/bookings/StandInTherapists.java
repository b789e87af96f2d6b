package org.bodywork.bookings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.platform.testing.OncePerJvm;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * therapist-service as the contract has it, over HTTP. It is away until a test says that it is there; a test that does, says
 * in the end that it is away again. Its guide never has a page on care between visits, since what was once read of the
 * guide is remembered.
 */
public final class StandInTherapists implements AutoCloseable {

    private static final OncePerJvm<StandInTherapists> RUNNING = new OncePerJvm<>(StandInTherapists::new);

    private static final Reply NOTHING = new Reply(404, "{}");
    private static final Reply AWAY = new Reply(503, "{}");

    private final Map<String, Function<Asked, Reply>> answers = new ConcurrentHashMap<>();
    private final Map<String, TherapistInTown> known = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final DisposableServer server;
    private volatile boolean there;

    private StandInTherapists() {
        server = HttpServer.create()
                .host("localhost")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .defaultIfEmpty("")
                        .flatMap(body -> answer(request, body, response)))
                .bindNow();
    }

    public static StandInTherapists get() {
        return RUNNING.get();
    }

    /** Lets the service find it. */
    public static final class Address implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> url =
                    Map.of("bodywork.therapist.url", get().url().toString());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("therapist-service of the test", url));
        }
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://localhost:" + server.port());
    }

    /** From now on it answers, and lists these therapists only. */
    public void isThere(TherapistInTown... listed) {
        known.clear();
        Stream.of(listed).forEach(therapist -> known.put(therapist.slug(), therapist));
        answers.clear();
        asked.clear();
        there = true;
    }

    public void isAway() {
        there = false;
    }

    /**
     * Answers in its own way.
     *
     * @param path in full, without a query
     */
    public void answer(String method, String path, Function<Asked, Reply> answer) {
        answers.put(method + " " + path, answer);
    }

    /** What was asked since it is there: method, path and query. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /**
     * One request.
     *
     * @param query decoded
     * @param version that an edit was made on, as its {@code If-Match} has it
     * @param cookies as the header has them; empty for none
     */
    public record Asked(
            String path,
            MultiValueMap<String, String> query,
            String authorization,
            String version,
            String cookies,
            String body) {}

    /**
     * JSON.
     *
     * @param version the ETag; empty for none
     * @param cookie that it sets; empty for none
     */
    public record Reply(int status, String json, String version, String cookie) {

        public Reply(int status, String json, String version) {
            this(status, json, version, "");
        }

        public Reply(int status, String json) {
            this(status, json, "");
        }
    }

    private Mono<Void> answer(HttpServerRequest request, String body, HttpServerResponse response) {
        Reply reply = there ? reply(request, body) : AWAY;
        if (!reply.cookie().isEmpty()) {
            response.addHeader("Set-Cookie", reply.cookie());
        }
        return response.status(reply.status())
                .header("Content-Type", "application/json")
                .header("ETag", reply.version())
                .sendString(Mono.just(reply.json()))
                .then();
    }

    private Reply reply(HttpServerRequest request, String body) {
        asked.add(request.method() + " " + request.uri());
        String path = URI.create(request.uri()).getPath();
        MultiValueMap<String, String> query =
                UriComponentsBuilder.fromUriString(request.uri()).build().getQueryParams();
        String authorization = request.requestHeaders().get("Authorization", "");
        String version = request.requestHeaders().get("If-Match", "");
        String cookies = request.requestHeaders().get("Cookie", "");
        Function<Asked, Reply> own = answers.get(request.method() + " " + path);
        return own != null
                ? own.apply(new Asked(path, query, authorization, version, cookies, body))
                : usual(path, request.requestHeaders().get("Accept", ""));
    }

    private Reply usual(String path, String accepted) {
        String[] steps = path.substring(1).split("/", -1);
        if (path.equals("/api/therapists")) {
            return new Reply(200, found(known.values().stream().toList()));
        }
        if (path.startsWith("/api/therapists/") && known.containsKey(steps[2])) {
            TherapistInTown therapist = known.get(steps[2]);
            if (steps.length == 4) {
                return new Reply(200, REVIEWS.replace("THERAPIST", therapist.id()));
            }
            return new Reply(
                    200, accepted.contains("ld+json") ? LINKED.replace("SLUG", therapist.slug()) : profile(therapist));
        }
        return guide(path);
    }

    /** The answer to a search that finds these. */
    public static String found(List<TherapistInTown> therapists) {
        return """
                {"total": %d, "page": 0, "size": 10, "items": [%s],
                 "facets": {"modality": [{"value": "swedish", "count": 9}, {"value": "deep-tissue", "count": 4}],
                   "condition": [{"value": "back-pain", "count": 9}],
                   "language": [{"value": "en", "count": 9}, {"value": "es", "count": 6}],
                   "gender": [{"value": "woman", "count": 7}, {"value": "man", "count": 2}],
                   "area": [{"value": "maplewood", "count": 5}],
                   "price": [{"value": "80", "count": 1}, {"value": "100", "count": 6}]},
                 "understood": {}}
                """.formatted(
                        therapists.size(),
                        therapists.stream().map(StandInTherapists::item).collect(Collectors.joining(",")));
    }

    private static String item(TherapistInTown therapist) {
        return """
                {"id": "%s", "kind": "therapist", "slug": "%s", "name": "June Abernathy",
                 "practice": {"id": "%s", "slug": "brickyard", "name": "Brickyard Bodywork"}, "area": "maplewood",
                 "demo": true, "distanceMiles": 1.2, "modalities": ["swedish"], "conditions": ["back-pain"],
                 "credentials": [%s], "rating": 4.9, "reviewCount": 38,
                 "priceFrom": {"amount": "95.00", "currency": "USD"}, "nextOpening": "2026-11-24T10:00:00-06:00",
                 "reasons": ["9 years of experience with back pain", "1.2 miles away"]}
                """.formatted(therapist.id(), therapist.slug(), therapist.practiceId(), LICENCE);
    }

    private static String profile(TherapistInTown therapist) {
        return """
                {"id": "%s", "slug": "%s", "name": "June Abernathy", "pronouns": "she/her", "gender": "woman",
                 "practice": {"id": "%s", "slug": "brickyard", "name": "Brickyard Bodywork"}, "area": "maplewood",
                 "demo": true, "languages": ["en", "es"], "modalities": ["swedish"],
                 "conditions": [{"condition": "back-pain", "years": 9}, {"condition": "poor-sleep", "years": 1}],
                 "approach": "Slow, and never into pain. <b>You</b> say how firm.",
                 "pressure": {"from": "light", "to": "medium"}, "photos": [], "doctorsPapers": ["referral"],
                 "credentials": [%s, {"kind": "certificate", "name": "Neuromuscular therapy", "issuer": "St. John",
                   "checked": "2026-10-05", "required": false}],
                 "rating": 4.9, "reviewCount": 38,
                 "treatments": [{"id": "%s", "name": "Swedish massage, 60 minutes", "modality": "swedish",
                   "minutes": 60, "price": {"amount": "95.00", "currency": "USD"}, "clients": "any"}],
                 "booking": {"instant": %s, "noticeMinutes": 120, "horizonDays": 60, "cancellationCutoffMinutes": 1440,
                   "feeText": "Half the price."},
                 "locations": [{"id": "%s", "name": "Brickyard, Maplewood", "address": {"street": "1 Kiln Lane",
                   "city": "Maplewood", "state": "MO", "zip": "63143"}, "point": {"lat": 38.61, "lon": -90.32},
                   "area": "maplewood", "zone": "America/Chicago",
                   "access": {"eases": ["step-free", "parking"], "lowestTableInches": 22}}]}
                """.formatted(
                        therapist.id(),
                        therapist.slug(),
                        therapist.practiceId(),
                        LICENCE,
                        therapist.treatmentId(),
                        therapist.instant(),
                        therapist.locationId());
    }

    private static Reply guide(String path) {
        return switch (path) {
            case "/api/guide" ->
                new Reply(200, "{\"items\": [" + String.join(",", MODALITY_PAGE, CONDITION_PAGE, PLAIN_PAGE) + "]}");
            case "/api/guide/modalities/swedish" -> new Reply(200, withText(MODALITY_PAGE));
            case "/api/guide/conditions/back-pain" -> new Reply(200, withText(CONDITION_PAGE));
            case "/api/guide/pages/see-a-doctor-first" -> new Reply(200, withText(PLAIN_PAGE));
            case "/api/guide/self-care" -> new Reply(200, "{\"items\": []}");
            default -> NOTHING;
        };
    }

    private static String withText(String page) {
        return page.replace(
                "\"related\"",
                "\"html\": \"<h2>What it is</h2><p>Long, calm strokes.</p><ul><li>For the back</li></ul>\", \"related\"");
    }

    private static final String LICENCE = """
            {"kind": "licence", "number": "2016004211", "state": "MO", "expires": "2027-10-31",
             "checked": "2026-11-02", "required": true}
            """;

    private static final String REVIEWS = """
            {"total": 2, "page": 0, "size": 5, "items": [
              {"id": "0190aa00-0000-7000-8000-000000000001", "therapistId": "THERAPIST", "rating": 5,
               "text": "I slept through the night. <script>", "writtenAt": "2026-11-10T16:00:00Z", "demo": true,
               "answer": {"text": "So glad to hear it.", "at": "2026-11-11T16:00:00Z"}, "version": 1},
              {"id": "0190aa00-0000-7000-8000-000000000002", "therapistId": "THERAPIST", "rating": 4, "text": "",
               "writtenAt": "2026-10-01T16:00:00Z", "version": 1}]}
            """;

    private static final String LINKED = """
            {"@context": "https://schema.org", "@type": "Person", "@id": "http://localhost:8080/therapists/SLUG",
             "name": "June Abernathy", "description": "</script><b>"}
            """;

    private static final String MODALITY_PAGE = """
            {"kind": "modality", "slug": "swedish", "lang": "en", "title": "Swedish massage",
             "summary": "Long, calm strokes.", "related": {"modalities": [], "conditions": ["stress-anxiety"]},
             "search": "/therapists?modality=swedish"}
            """;

    private static final String CONDITION_PAGE = """
            {"kind": "condition", "slug": "back-pain", "lang": "en", "title": "Back pain",
             "summary": "What helps, and when to see a doctor.", "related": {"modalities": ["swedish"], "conditions": []},
             "search": "/therapists?condition=back-pain"}
            """;

    private static final String PLAIN_PAGE = """
            {"kind": "page", "slug": "see-a-doctor-first", "lang": "en", "title": "See a doctor first",
             "summary": "When massage has to wait.", "related": {"modalities": [], "conditions": []},
             "search": "/therapists"}
            """;

    @Override
    public void close() {
        server.disposeNow();
    }
}

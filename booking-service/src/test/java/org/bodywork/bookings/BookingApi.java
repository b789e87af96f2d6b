package org.bodywork.bookings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service as its users call it, in words. */
public final class BookingApi {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final WebClient http;

    public BookingApi(int port) {
        this.http = WebClient.builder()
                .baseUrl("http://localhost:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
                .build();
    }

    public static String aKey() {
        return UUID.randomUUID().toString();
    }

    /** A booking that nothing is wrong with, for a client nobody has seen before. */
    public static ObjectNode aBooking(TherapistInTown therapist, String start) {
        ObjectNode booking = JSON.createObjectNode();
        booking.put("therapistId", therapist.id())
                .put("treatmentId", therapist.treatmentId())
                .put("start", start);
        booking.putObject("client")
                .put("name", "Ada Lovelace")
                .put("email", "ada-" + UUID.randomUUID() + "@example.org")
                .put("phone", "(314) 555-0123");
        booking.putObject("consent").put("email", true).put("sms", true);
        return booking;
    }

    public static String startAt(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(Town.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    public Answer book(ObjectNode booking) {
        return book(booking, aKey());
    }

    public Answer book(ObjectNode booking, String key) {
        return now(booking(booking, key));
    }

    public Mono<Answer> booking(ObjectNode booking, String key) {
        return send(HttpMethod.POST, "/api/appointments", booking.toString(), Map.of("Idempotency-Key", key));
    }

    public List<String> startsOn(TherapistInTown therapist, LocalDate date) {
        Answer answer = openings(therapist, date, date);
        return StreamSupport.stream(answer.body().at("/days/0/starts").spliterator(), false)
                .map(start -> start.asString())
                .toList();
    }

    public Answer openings(TherapistInTown therapist, LocalDate from, LocalDate to) {
        return get("/api/openings?therapistId=%s&treatmentId=%s&from=%s&to=%s"
                .formatted(therapist.id(), therapist.treatmentId(), from, to));
    }

    public Answer get(String path) {
        return now(send(HttpMethod.GET, path, null, Map.of()));
    }

    public Answer get(String path, String token) {
        return now(send(HttpMethod.GET, path, null, bearer(token)));
    }

    public Answer post(String path, @Nullable String body) {
        return now(send(HttpMethod.POST, path, body, Map.of()));
    }

    public Answer post(String path, @Nullable String body, String token) {
        return now(send(HttpMethod.POST, path, body, bearer(token)));
    }

    public Answer call(HttpMethod method, String path, @Nullable String body, Map<String, String> headers) {
        return now(send(method, path, body, headers));
    }

    /** As a page's form is sent. */
    public Answer form(String path, Map<String, String> fields, Map<String, String> headers) {
        WebClient.RequestBodySpec request = http.post().uri(path);
        headers.forEach(request::header);
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        return now(answer(
                request.contentType(MediaType.APPLICATION_FORM_URLENCODED).bodyValue(form)));
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private Mono<Answer> send(HttpMethod method, String path, @Nullable String body, Map<String, String> headers) {
        WebClient.RequestBodySpec request = http.method(method).uri(path);
        headers.forEach(request::header);
        WebClient.RequestHeadersSpec<?> ready = body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        return answer(ready);
    }

    private static Mono<Answer> answer(WebClient.RequestHeadersSpec<?> ready) {
        return ready.exchangeToMono(response -> response.bodyToMono(String.class)
                .defaultIfEmpty("")
                .map(text -> new Answer(
                        response.statusCode().value(),
                        response.headers().asHttpHeaders(),
                        text.startsWith("{") || text.startsWith("[")
                                ? JSON.readTree(text)
                                : JSON.getNodeFactory().stringNode(text))));
    }

    private static Answer now(Mono<Answer> answer) {
        Answer came = answer.block(PATIENCE);
        if (came == null) {
            throw new AssertionError("no answer");
        }
        return came;
    }
}

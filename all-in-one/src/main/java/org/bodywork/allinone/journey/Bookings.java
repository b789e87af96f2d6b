package org.bodywork.allinone.journey;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.allinone.http.Answer;
import org.bodywork.allinone.http.Http;
import tools.jackson.databind.JsonNode;

/** What clients and therapists do with visits. */
public final class Bookings {

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final URI address;
    private final Http http = Http.plain();

    public Bookings(URI address) {
        this.address = address;
    }

    /** Every start that can be booked from that day on, for so many days. */
    public List<OffsetDateTime> openings(DemoTherapist therapist, LocalDate from, int days) {
        JsonNode answer = openingsAnswer(therapist, from, days).expect(OK);
        return answer.path("days")
                .valueStream()
                .flatMap(day -> day.path("starts").valueStream())
                .map(start -> OffsetDateTime.parse(start.asString()))
                .toList();
    }

    /** Whether the therapist can be looked up here yet: the directory's events may still be on their way. */
    public boolean know(DemoTherapist therapist) {
        return openingsAnswer(therapist, LocalDate.now(ZoneOffset.UTC).plusDays(1), 1)
                .isOk();
    }

    /** The first opening after that instant, within two weeks of it. */
    public OffsetDateTime firstOpeningAfter(DemoTherapist therapist, Instant earliest) {
        return openings(therapist, LocalDate.ofInstant(earliest, ZoneOffset.UTC), 14).stream()
                .filter(start -> start.toInstant().isAfter(earliest))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no opening within two weeks of " + earliest));
    }

    /** Books, under a fresh idempotency key. */
    public Booked book(DemoTherapist therapist, OffsetDateTime start, Client client) {
        return Booked.of(
                bookingAnswer(therapist, start, client, UUID.randomUUID().toString())
                        .expect(CREATED));
    }

    public Answer bookingAnswer(DemoTherapist therapist, OffsetDateTime start, Client client, String idempotencyKey) {
        return http.with("Idempotency-Key", idempotencyKey)
                .postJson(
                        at("/api/appointments"),
                        Map.of(
                                "therapistId", therapist.therapistId(),
                                "treatmentId", therapist.treatmentId(),
                                "start", start.toString(),
                                "client", client.contact(),
                                "consent", client.consent()));
    }

    /**
     * A therapist says yes.
     *
     * @return the status the visit then has
     */
    public String accept(Booked visit, String accessToken) {
        return http.with("Authorization", "Bearer " + accessToken)
                .post(at("/api/appointments/" + visit.id() + "/accept"))
                .expect(OK)
                .path("status")
                .asString();
    }

    /**
     * The client cancels by the secret link.
     *
     * @return the status the visit then has
     */
    public String cancel(Booked visit) {
        return http.post(at("/api/manage/" + visit.secret() + "/cancel"))
                .expect(OK)
                .path("status")
                .asString();
    }

    private Answer openingsAnswer(DemoTherapist therapist, LocalDate from, int days) {
        return http.get(at("/api/openings?therapistId=%s&treatmentId=%s&from=%s&to=%s"
                .formatted(therapist.therapistId(), therapist.treatmentId(), from, from.plusDays(days - 1L))));
    }

    private URI at(String path) {
        return address.resolve(path);
    }
}

package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.util.List;
import java.util.Map;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class AnswerPageIT {

    private final Town town;
    private final BookingApi api;
    private final EventCipher cipher;
    private final String own = Town.id();
    private final String manager = Town.id();

    AnswerPageIT(@Autowired Town town, @LocalServerPort int port, @Autowired EventCipher cipher) {
        this.town = town;
        this.api = new BookingApi(port);
        this.cipher = cipher;
    }

    @Test
    void showsWhatIsNeededToAnswerAndNothingElse() {
        Request request = request(answeringRequests());

        Answer page = api.get(request.link(own));
        String html = PageFiles.keep("answer", page);

        assertThat(page.status()).isEqualTo(200);
        assertThat(html)
                .contains("10:00 AM Central Time", "Ada", "Accept", "Decline", "/accept?lang=en")
                .doesNotContain("Lovelace", "555", "@example.org", "Swedish", "<script");
        assertThat(page.headers().getCacheControl()).contains("no-store");
        assertThat(page.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headers().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("script-src", "unsafe");
        assertThat(PageFiles.keep("answer-es", api.get(request.link(own) + "?lang=es")))
                .contains("lang=\"es\"", "Aceptar", "hora central");
    }

    @Test
    void changesNothingForWhoeverOnlyFollowsLinks() {
        Request request = request(answeringRequests());

        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            for (String path : List.of("", "/accept", "/decline")) {
                api.call(method, request.link(own) + path, null, Map.of("Sec-Purpose", "prefetch"));
            }
        }

        assertThat(request.visit().text("/status")).isEqualTo("REQUESTED");
        assertThat(request.visit().text("/version")).isEqualTo("1");
    }

    @Test
    void acceptsOnceAndTellsWhoeverComesLaterWhatHappened() {
        Request request = request(answeringRequests());

        Answer accepted = api.form(request.link(own) + "/accept", Map.of(), Map.of());
        Answer again = api.form(request.link(own) + "/accept", Map.of(), Map.of());
        Answer tooLate = api.form(request.link(manager) + "/decline", Map.of("reason", "away"), Map.of());

        assertThat(accepted.status()).isEqualTo(303);
        assertThat(accepted.headers().getFirst("Location")).isEqualTo(request.link(own) + "?lang=en");
        assertThat(again.status()).isEqualTo(303);
        assertThat(tooLate.status()).isEqualTo(303);
        assertThat(request.visit().text("/status")).isEqualTo("CONFIRMED");
        assertThat(api.get(request.link(own)).body().asString())
                .contains("You have accepted it")
                .doesNotContain("<form");
        assertThat(PageFiles.keep("answer-done", api.get(request.link(manager))))
                .contains("Somebody else of your practice has accepted it already");
    }

    @Test
    void declinesWithAReasonThatOnlyColleaguesRead() {
        Request request = request(answeringRequests());
        String token = TestTokens.manager("boss", request.therapist().practiceId());

        Answer declined = api.form(request.link(manager) + "/decline", Map.of("reason", "a full week"), Map.of());

        assertThat(declined.status()).isEqualTo(303);
        assertThat(request.visit().text("/status")).isEqualTo("DECLINED");
        assertThat(request.visit().body().toString()).doesNotContain("a full week");
        assertThat(api.get("/api/appointments/" + request.id() + "/audit", token)
                        .body()
                        .toString())
                .contains("a full week", manager);
    }

    @Test
    void keepsWhatWasTypedWhereTheReasonIsNone() {
        Request request = request(answeringRequests());

        Answer refused = api.form(request.link(own) + "/decline", Map.of("reason", "two\nlines <b>&</b>"), Map.of());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(PageFiles.keep("answer-wrong", refused))
                .contains("role=\"alert\"", "&lt;b&gt;")
                .doesNotContain("<b>&");
        assertThat(request.visit().text("/status")).isEqualTo("REQUESTED");
    }

    @Test
    void answersAWishToMoveAndEndsWithIt() {
        Request request = request(answeringRequests());
        api.form(request.link(own) + "/accept", Map.of(), Map.of());
        String secret = request.manage().substring(request.manage().lastIndexOf('/') + 1);
        String later = startAt(town.inTwoWeeks(), "14:00");
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer asked = api.post("/api/manage/" + secret + "/reschedule", "{\"start\": \"%s\"}".formatted(later));
            assertThat(asked.status()).isEqualTo(202);
            String link = "/answer/"
                    + opened(probe, request.id(), 3)
                            .at("/secrets/answers/" + own)
                            .asString();

            String page = PageFiles.keep("answer-move", api.get(link));
            api.form(link + "/accept", Map.of(), Map.of());

            assertThat(page).contains("10:00 AM Central Time", "2:00 PM Central Time");
            assertThat(api.get(request.link(own)).status())
                    .as("another wish has another link")
                    .isEqualTo(404);
            assertThat(request.visit().text("/start")).isEqualTo(later);
            assertThat(api.get(link).body().asString()).contains("You have accepted the new time");
        }
    }

    @Test
    void opensNothingForWhoeverMayNotAnswerAnyMore() {
        Request request = request(answeringRequests());
        town.publish("staff", "org.bodywork.staff.changed.v1", manager, 2, account(manager, 2, "[]", null, null));
        town.awaitKnown("staff", manager, 2);

        assertThat(api.get(request.link(manager)).status()).isEqualTo(404);
        assertThat(api.form(request.link(manager) + "/accept", Map.of(), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(request.visit().text("/status")).isEqualTo("REQUESTED");
    }

    @Test
    void saysWhatToDoNextWhereALinkOpensNothing() {
        Answer page = api.get("/answer/nothing-of-ours");

        assertThat(page.status()).isEqualTo(404);
        assertThat(PageFiles.keep("no-link", page)).contains("sign in to the console");
    }

    @Test
    void saysInNeutralWordsThatThereIsSomethingToRead() {
        TherapistInTown june = town.settle(bookedInstantly());
        answeredBy(june);
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));
        booking.putObject("intake")
                .put("version", "2026-1")
                .put("painLevel", 7)
                .put("pregnancy", "no")
                .put("pressure", "firm")
                .put("consent", true)
                .putArray("warningSigns")
                .add("cancer-treatment");

        Request request = book(june, booking);

        assertThat(api.get(request.link(own)).body().asString())
                .contains("should read before you answer")
                .doesNotContainIgnoringCase("cancer");
    }

    @Test
    void isSentAgainToWhoeverHasMissedIt() {
        Request request = request(answeringRequests());
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            String wish = "{\"topic\": \"appointments\", \"ids\": [\"%s\"], \"consumer\": \"some-service\"}"
                    .formatted(request.id());
            town.publish("republish", "org.bodywork.republish.requested.v1", "appointments", 1, wish);

            SeenEvent again = probe.await(
                    "appointments",
                    seen -> seen.text("/id").equals(request.id())
                            && seen.text("/republished").equals("true"));

            assertThat(again.text("/sequence")).isEqualTo("1");
            assertThat(again.text("/status")).isEqualTo("REQUESTED");
            JsonNode personal = EventJson.tree(
                    cipher.open(request.id(), "org.bodywork.appointment.requested.v1", again.text("/sealed")));
            assertThat("/answer/" + personal.at("/secrets/answers/" + own).asString())
                    .isEqualTo(request.link(own));
        }
    }

    private Request request(TherapistInTown therapist) {
        TherapistInTown june = town.settle(therapist);
        answeredBy(june);
        return book(june, aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
    }

    private Request book(TherapistInTown june, ObjectNode booking) {
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer booked = api.book(booking);
            assertThat(booked.text("/status")).isEqualTo("REQUESTED");
            JsonNode personal = opened(probe, booked.text("/id"), 1);
            return new Request(
                    api,
                    june,
                    booked.text("/id"),
                    booked.text("/manageUrl"),
                    Map.of(
                            own, personal.at("/secrets/answers/" + own).asString(),
                            manager, personal.at("/secrets/answers/" + manager).asString()));
        }
    }

    private JsonNode opened(EventProbe probe, String id, int sequence) {
        SeenEvent event = probe.await(
                "appointments",
                seen -> seen.text("/id").equals(id) && seen.text("/sequence").equals(Integer.toString(sequence)));
        String type = sequence == 1
                ? "org.bodywork.appointment.requested.v1"
                : "org.bodywork.appointment.change-requested.v1";
        return EventJson.tree(cipher.open(id, type, event.text("/sealed")));
    }

    private void answeredBy(TherapistInTown june) {
        town.publish(
                "staff",
                "org.bodywork.staff.changed.v1",
                own,
                1,
                account(own, 1, "[\"therapist\"]", june.practiceId(), june.id()));
        town.publish(
                "staff",
                "org.bodywork.staff.changed.v1",
                manager,
                1,
                account(manager, 1, "[\"manager\"]", june.practiceId(), null));
        town.awaitKnown("staff", own, 1);
        town.awaitKnown("staff", manager, 1);
    }

    private static String account(
            String id, int sequence, String roles, @Nullable String practice, @Nullable String therapist) {
        return """
                {"id": "%s", "sequence": %d, "roles": %s, %s %s "locale": "en", "sealed": "AAAA"}
                """.formatted(
                        id,
                        sequence,
                        roles,
                        practice == null ? "" : "\"practiceId\": \"" + practice + "\",",
                        therapist == null ? "" : "\"therapistId\": \"" + therapist + "\",");
    }

    /** A request as its answerers were told of it. */
    private record Request(
            BookingApi api, TherapistInTown therapist, String id, String manage, Map<String, String> secrets) {

        String link(String account) {
            return "/answer/" + secrets.get(account);
        }

        Answer visit() {
            return api.get("/api/manage/" + manage.substring(manage.lastIndexOf('/') + 1));
        }
    }
}

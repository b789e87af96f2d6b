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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@WholeService
class SecretLinkIT {

    private final Town town;
    private final BookingApi api;
    private final EventCipher cipher;

    SecretLinkIT(@Autowired Town town, @LocalServerPort int port, @Autowired EventCipher cipher) {
        this.town = town;
        this.cipher = cipher;
        this.api = new BookingApi(port);
    }

    @Test
    void showsTheVisitAndWhatCanBeDone() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june);

        Answer shown = api.get(link(booked));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text("/id")).isEqualTo(booked.text("/id"));
        assertThat(shown.text("/manageUrl")).isEqualTo(booked.text("/manageUrl"));
        assertThat(shown.text("/location/name")).isEqualTo("Brickyard, Maplewood");
        assertThat(shown.body().at("/change/cancel").asBoolean()).isTrue();
        assertThat(shown.text("/policy/feeText")).isEqualTo("Half the price.");
        assertThat(shown.body().at("/intakeNeeded").asBoolean()).isTrue();
    }

    @Test
    void aCancelledVisitBlocksNoTime() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june);
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer cancelled = api.post(link(booked) + "/cancel", null);

            SeenEvent event =
                    probe.await("appointments", seen -> seen.text("/id").equals(booked.text("/id")));

            assertThat(cancelled.status()).isEqualTo(200);
            assertThat(cancelled.text("/status")).isEqualTo("CANCELLED_BY_CLIENT");
            assertThat(event.text("/status")).isEqualTo("CANCELLED_BY_CLIENT");
            assertThat(event.text("/actor/kind")).isEqualTo("CLIENT");
            assertThat(api.startsOn(june, town.inTwoWeeks())).contains(startAt(town.inTwoWeeks(), "10:00"));
        }
    }

    @Test
    void mayBePressedTwice() {
        Answer booked = book(town.settle(answeringRequests()));
        api.post(link(booked) + "/cancel", null);

        Answer again = api.post(link(booked) + "/cancel", null);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/version")).isEqualTo("2");
    }

    @Test
    void cannotCancelWhatTheTherapistHasCancelled() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june);
        api.post(
                "/api/appointments/" + booked.text("/id") + "/cancel",
                "{\"reason\": \"ill\"}",
                TestTokens.therapist(june.id(), june.id()));

        Answer refused = api.post(link(booked) + "/cancel", null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/status")).isEqualTo("CANCELLED_BY_THERAPIST");
    }

    @Test
    void changesNothingWhenItIsOnlyFollowed() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june);

        api.get(link(booked));
        api.call(HttpMethod.HEAD, link(booked), null, Map.of());
        api.get(link(booked) + "/cancel");
        api.call(HttpMethod.HEAD, link(booked) + "/cancel", null, Map.of());

        assertThat(api.get(link(booked)).text("/status")).isEqualTo("CONFIRMED");
        assertThat(api.get(link(booked)).text("/version")).isEqualTo("1");
    }

    @Test
    void aGuessableNumberCancelsNothing() {
        Answer booked = book(town.settle(bookedInstantly()));

        assertThat(api.get("/api/manage/" + booked.text("/id")).status()).isEqualTo(404);
        assertThat(api.post("/api/manage/" + booked.text("/id") + "/cancel", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void opensAPageThatKeepsTheSecretToItself() {
        Answer booked = book(town.settle(bookedInstantly()));

        Answer page = api.get(booked.text("/manageUrl").substring("http://localhost:8080".length()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().getFirst("Content-Type")).startsWith("text/html");
        assertThat(page.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headers().getFirst("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void opensNothingOnceItIsRevokedAndTheClientIsSentAnother() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june);
        String old = link(booked);
        String revoke = "/api/appointments/" + booked.text("/id") + "/link/revoke";
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer revoked = api.post(
                    revoke,
                    "{\"reason\": \"Sent to the wrong address.\"}",
                    TestTokens.manager("boss", june.practiceId()));

            assertThat(revoked.status()).isEqualTo(200);
            assertThat(revoked.text("/status")).isEqualTo("CONFIRMED");
            assertThat(revoked.body().toString()).doesNotContain("/manage/");
            assertThat(api.get(old).status()).isEqualTo(404);
            assertThat(api.post(old + "/cancel", null).status()).isEqualTo(404);
            assertThat(api.call(HttpMethod.PUT, old + "/intake", "{}", Map.of()).status())
                    .isIn(400, 404);
            SeenEvent event =
                    probe.await("appointments", seen -> seen.text("/id").equals(booked.text("/id")));
            JsonNode personal = EventJson.tree(
                    cipher.open(booked.text("/id"), "org.bodywork.appointment.link-revoked.v1", event.text("/sealed")));
            String url = personal.at("/manageUrl").asString();
            assertThat(url).isNotEqualTo(booked.text("/manageUrl"));
            assertThat(api.get("/api/manage/" + url.substring(url.lastIndexOf('/') + 1))
                            .text("/id"))
                    .isEqualTo(booked.text("/id"));
        }
    }

    @Test
    void isRevokedOnlyByThoseWhoLookAfterTheVisit() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june);
        String revoke = "/api/appointments/" + booked.text("/id") + "/link/revoke";

        assertThat(api.post(revoke, null).status()).isEqualTo(401);
        assertThat(api.post(revoke, null, TestTokens.manager("stranger", Town.id()))
                        .status())
                .isEqualTo(404);
        assertThat(api.get(revoke, TestTokens.manager("boss", june.practiceId()))
                        .status())
                .isEqualTo(405);
        assertThat(api.get(link(booked)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/cancel", "/proposal/accept", "/proposal/decline", "/reschedule", "/intake"})
    void changesNothingForWhoeverOnlyFollowsLinks(String path) {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june);
        Map<String, String> prefetch = Map.of("Sec-Purpose", "prefetch", "Purpose", "prefetch");

        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)) {
            api.call(method, link(booked) + path, null, prefetch);
            api.call(
                    method,
                    booked.text("/manageUrl").substring("http://localhost:8080".length()) + path,
                    null,
                    prefetch);
        }

        Answer shown = api.get(link(booked));
        assertThat(shown.text("/status")).isEqualTo("CONFIRMED");
        assertThat(shown.text("/version")).isEqualTo("1");
    }

    private Answer book(TherapistInTown therapist) {
        return api.book(aBooking(therapist, startAt(town.inTwoWeeks(), "10:00")));
    }

    private static String link(Answer booked) {
        String url = booked.text("/manageUrl");
        return "/api/manage/" + url.substring(url.lastIndexOf('/') + 1);
    }
}

package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.util.Map;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@WholeService
class SecretLinkIT {

    private final Town town;
    private final BookingApi api;

    SecretLinkIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
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
    void cancelsTheVisitAndFreesItsTime() {
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
    void opensNothingWhenItIsGuessed() {
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
        Answer script = api.get("/assets/manage.js");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().getFirst("Content-Type")).startsWith("text/html");
        assertThat(page.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headers().getFirst("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(script.status()).isEqualTo(200);
    }

    private Answer book(TherapistInTown therapist) {
        return api.book(aBooking(therapist, startAt(town.inTwoWeeks(), "10:00")));
    }

    private static String link(Answer booked) {
        String url = booked.text("/manageUrl");
        return "/api/manage/" + url.substring(url.lastIndexOf('/') + 1);
    }
}

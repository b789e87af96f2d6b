package org.bodywork.bookings.appointment.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aConfirmedAppointment;
import static org.bodywork.bookings.appointment.domain.AnAppointment.aRequest;

import java.net.URI;
import java.util.stream.Stream;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AppointmentEventsTest {

    private static final Actor STAFF = Actor.staff("11111111-2222-3333-4444-555555555555");

    private final EventCipher cipher = EventCipher.of(FreshKeys.keyset());
    private final ManageLinks links = new ManageLinks(Mac.of("1", FreshKeys.key()), URI.create("http://localhost/"));
    private final AppointmentEvents events = new AppointmentEvents(cipher, links);

    static Stream<Named<Appointment>> lives() {
        Appointment request = aRequest().inRoom("Elm").please();
        Appointment confirmed = aConfirmedAppointment().please();
        return Stream.of(
                Named.of("requested", request),
                Named.of("confirmed at once", confirmed),
                Named.of(
                        "accepted",
                        request.accept(STAFF, WEEK_BEFORE).orElseThrow().after()),
                Named.of(
                        "declined",
                        request.decline(STAFF, "away", WEEK_BEFORE)
                                .orElseThrow()
                                .after()),
                Named.of(
                        "expired",
                        request.expire(MONDAY_AT_TEN.toInstant()).orElseThrow().after()),
                Named.of(
                        "cancelled by client",
                        confirmed.cancelByClient(WEEK_BEFORE).orElseThrow().after()),
                Named.of(
                        "cancelled by therapist",
                        confirmed
                                .cancelByStaff(STAFF, "ill", WEEK_BEFORE)
                                .orElseThrow()
                                .after()));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void fitThePublishedContract(Appointment appointment) {
        for (Event event : events.of(appointment)) {
            EventContract contract = EventContract.of(event.type());
            contract.assertFits(event.json());
            assertThat(event.topic()).isEqualTo(contract.topic());
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void showNothingPersonalInTheClear(Appointment appointment) {
        for (Event event : events.of(appointment)) {
            assertThat(event.json())
                    .doesNotContainIgnoringCase("Lovelace")
                    .doesNotContainIgnoringCase("ada@")
                    .doesNotContain("ring twice")
                    .doesNotContain("Swedish")
                    .doesNotContain("away")
                    .doesNotContain(links.secretOf(appointment));
        }
    }

    @Test
    void sealWhatTheClientIsReachedBy() {
        Appointment request = aRequest().please();
        Event event = events.of(request).getFirst();

        String sealed = EventJson.tree(event.json()).at("/sealed").asString();
        JsonNode opened = EventJson.tree(cipher.open(request.id().toString(), event.type(), sealed));

        assertThat(opened.at("/client/email").asString()).isEqualTo("ada@example.org");
        assertThat(opened.at("/client/phone").asString()).isEqualTo("+13145550123");
        assertThat(opened.at("/consent/sms").asBoolean()).isTrue();
        assertThat(opened.at("/secrets/manage").asString()).isEqualTo(links.secretOf(request));
        assertThat(opened.at("/manageUrl").asString()).isEqualTo("http://localhost/manage/" + links.secretOf(request));
    }

    @Test
    void tellWhoMadeTheChange() {
        Appointment accepted =
                aRequest().please().accept(STAFF, WEEK_BEFORE).orElseThrow().after();

        JsonNode state = EventJson.tree(events.of(accepted).getFirst().json());

        assertThat(state.at("/actor/kind").asString()).isEqualTo("STAFF");
        assertThat(state.at("/actor/accountId").asString()).isEqualTo(STAFF.accountId());
        assertThat(state.at("/sequence").asInt()).isEqualTo(2);
    }

    @Test
    void nameTheLocationOnlyWhereARoomIsTaken() {
        Event withRoom = events.of(aRequest().inRoom("Elm").please()).getLast();
        Event without = events.of(aRequest().please()).getLast();

        assertThat(EventJson.read(withRoom.json(), OccupancyChanged.class).locationId())
                .isNotNull();
        assertThat(EventJson.read(without.json(), OccupancyChanged.class).locationId())
                .isNull();
    }
}

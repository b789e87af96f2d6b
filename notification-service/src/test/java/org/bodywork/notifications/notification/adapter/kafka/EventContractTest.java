package org.bodywork.notifications.notification.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.Messages.TOLD;
import static org.bodywork.notifications.notification.domain.Messages.messagesFor;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.VisitChange;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.contracts.EventContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventContractTest {

    private static final Instant NOW = START.minus(Duration.ofDays(3));

    private static final Notification PLANNED = messagesFor(
                    new VisitChange(
                            What.CONFIRMED, Side.STAFF, aConfirmedVisit().build(), NOW),
                    NOW)
            .getFirst();

    static Stream<Notification> everyReportedProgress() {
        Notification sending = PLANNED.sending(NOW, Fingerprint.of("text"), TOLD);
        return Stream.of(
                sending.sent("SM1", NOW),
                sending.sent("SM1", NOW).delivered("SM1", NOW),
                sending.failed(Reason.REFUSED, NOW),
                PLANNED.skipped(Reason.MOVED, NOW),
                sending.expired(Reason.OUTCOME_UNKNOWN, NOW));
    }

    @ParameterizedTest
    @MethodSource("everyReportedProgress")
    void tellsEachProgressAsPublished(Notification notification) {
        Event event = DeliveryEvent.of(notification).getFirst();

        EventContract.of(event.type()).assertFits(event.json());
        assertThat(event.topic()).isEqualTo(EventContract.of(event.type()).topic());
        assertThat(event.key()).isEqualTo(notification.about().appointment().value());
    }

    @ParameterizedTest
    @EnumSource
    void tellsEachReasonAsPublished(Reason reason) {
        Event event = DeliveryEvent.of(PLANNED.skipped(reason, NOW)).getFirst();

        EventContract.of(event.type()).assertFits(event.json());
    }

    @Test
    void tellsNothingOfWhatHasNoOutcome() {
        assertThat(DeliveryEvent.of(PLANNED)).isEmpty();
        assertThat(DeliveryEvent.of(PLANNED.sending(NOW, Fingerprint.of("text"), TOLD)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                AppointmentEvent.REQUESTED,
                AppointmentEvent.CONFIRMED,
                AppointmentEvent.PROPOSED,
                AppointmentEvent.MOVED,
                AppointmentEvent.CHANGE_REQUESTED,
                AppointmentEvent.CHANGE_DECLINED,
                AppointmentEvent.DECLINED,
                AppointmentEvent.CANCELLED,
                AppointmentEvent.EXPIRED,
                AppointmentEvent.CORRECTED,
                AppointmentEvent.REQUEST_WAITING,
                AppointmentEvent.CHECKED_IN,
                AppointmentEvent.COMPLETED,
                AppointmentEvent.NO_SHOW,
                AppointmentEvent.INTAKE_RECEIVED,
                AppointmentEvent.LINK_REVOKED,
                AppointmentEvent.HANDOVER_OFFERED
            })
    void readsEveryPublishedAppointment(String type) {
        EventContract.of(type).assertReadBy(json -> EventJson.read(json, AppointmentEvent.class));
        assertThat(EventContract.of(type).topic()).isEqualTo(AppointmentEvent.TOPIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {OfferEvent.MADE, OfferEvent.TAKEN, OfferEvent.PASSED_ON})
    void readsEveryPublishedOffer(String type) {
        EventContract.of(type).assertReadBy(json -> EventJson.read(json, OfferEvent.class));
        assertThat(EventContract.of(type).topic()).isEqualTo(OfferEvent.TOPIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {PlanEvent.PROPOSED, PlanEvent.NEXT_DUE})
    void readsEveryPublishedPlan(String type) {
        EventContract.of(type).assertReadBy(json -> EventJson.read(json, PlanEvent.class));
        assertThat(EventContract.of(type).topic()).isEqualTo(PlanEvent.TOPIC);
    }

    @Test
    void readsEveryPublishedCallForAttention() {
        EventContract.of(PlanEvent.ATTENTION).assertReadBy(json -> EventJson.read(json, PlanEvent.Attention.class));
    }
}

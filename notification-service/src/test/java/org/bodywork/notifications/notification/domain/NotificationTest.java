package org.bodywork.notifications.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.Messages.TOLD;
import static org.bodywork.notifications.notification.domain.Messages.messagesFor;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.notifications.delivery.domain.DeliveryReport;
import org.bodywork.notifications.delivery.domain.DeliveryReport.What;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.notification.domain.Progress.Delivered;
import org.bodywork.notifications.notification.domain.Progress.Expired;
import org.bodywork.notifications.notification.domain.Progress.Failed;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.junit.jupiter.api.Test;

class NotificationTest {

    private static final Instant NOW = START.minus(Duration.ofDays(2));

    private final Notification planned = messagesFor(
                    new VisitChange(
                            VisitChange.What.CONFIRMED,
                            VisitChange.Side.STAFF,
                            aConfirmedVisit().build(),
                            NOW),
                    NOW)
            .getFirst();
    private final Notification sending = planned.sending(NOW, Fingerprint.of("text"), TOLD);
    private final Notification sent = sending.sent("SM1", NOW);

    @Test
    void risesInVersionWithEveryChange() {
        assertThat(sent.version()).isEqualTo(planned.version() + 2);
    }

    @Test
    void reportsOnlyWhatHasAnOutcome() {
        assertThat(planned.reports()).isZero();
        assertThat(sending.reports()).isZero();
        assertThat(sending.notSent().reports()).isZero();
        assertThat(sent.reports()).isEqualTo(1);
    }

    @Test
    void becomesDeliveredWhenTheProviderSaysSo() {
        assertThat(sent.reported(report(What.DELIVERED), NOW))
                .map(Notification::progress)
                .contains(new Delivered("SM1", NOW));
    }

    @Test
    void staysDeliveredWhenAnOlderReportComesLate() {
        Notification delivered = sent.delivered("SM1", NOW);

        assertThat(delivered.reported(report(What.TAKEN), NOW)).isEmpty();
        assertThat(delivered.reported(report(What.UNDELIVERED), NOW)).isEmpty();
    }

    @Test
    void isNotChangedByAReportThatRepeats() {
        assertThat(sent.reported(report(What.TAKEN), NOW)).isEmpty();
    }

    @Test
    void failsWhenTheProviderCouldNotDeliver() {
        assertThat(sent.reported(report(What.UNDELIVERED), NOW))
                .map(Notification::progress)
                .contains(new Failed(Reason.UNDELIVERED, NOW));
    }

    @Test
    void learnsFromAReportWhatALostAnswerWouldHaveSaid() {
        assertThat(sending.reported(report(What.TAKEN), NOW))
                .map(Notification::progress)
                .contains(new Sent("SM1", NOW));
    }

    @Test
    void becomesTrueEvenAfterItWasGivenUpAsUnknown() {
        Notification givenUp = sending.expired(Reason.OUTCOME_UNKNOWN, NOW);

        assertThat(givenUp.reported(report(What.DELIVERED), NOW))
                .map(Notification::progress)
                .contains(new Delivered("SM1", NOW));
    }

    @Test
    void doesNotClaimToBeUnsentWhenAnEarlierAttemptMayHaveArrived() {
        Notification uncertain = sending.possiblyRepeated();

        assertThat(uncertain.leftUnsent(Reason.CANCELLED, NOW).progress())
                .isEqualTo(new Expired(Reason.OUTCOME_UNKNOWN, NOW));
    }

    private DeliveryReport report(What what) {
        return new DeliveryReport(planned.id().value(), "SM1", what);
    }
}

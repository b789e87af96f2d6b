package org.bodywork.notifications.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.Messages.messagesFor;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aRequestedVisit;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.LastLook.Verdict.Expire;
import org.bodywork.notifications.notification.domain.LastLook.Verdict.Send;
import org.bodywork.notifications.notification.domain.LastLook.Verdict.Skip;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LastLookTest {

    private static final Instant NOW = START.minus(Duration.ofHours(24));

    private final Notification reminder = message(MessageKind.REMINDER, What.CONFIRMED, aConfirmedVisit());

    @Test
    void sendsTheReminderOfAVisitThatStands() {
        assertThat(LastLook.at(reminder, aConfirmedVisit().build(), NOW)).isEqualTo(new Send());
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED_BY_CLIENT", "CANCELLED_BY_THERAPIST"})
    void sendsNoReminderOfACancelledVisit(VisitStatus status) {
        Visit cancelled = aConfirmedVisit().now(status).atSequence(2).build();

        assertThat(LastLook.at(reminder, cancelled, NOW)).isEqualTo(new Skip(Reason.CANCELLED));
    }

    @Test
    void sendsNoReminderWithTheOldTime() {
        Visit moved =
                aConfirmedVisit().movedTo(START.plusSeconds(3600)).atSequence(2).build();

        assertThat(LastLook.at(reminder, moved, NOW)).isEqualTo(new Skip(Reason.MOVED));
    }

    @Test
    void sendsNoReminderFromTheStartOn() {
        assertThat(LastLook.at(reminder, aConfirmedVisit().build(), START)).isEqualTo(new Expire());
    }

    @Test
    void sendsNothingOnAChannelNoLongerAgreedTo() {
        Visit withdrawn =
                aConfirmedVisit().agreeingTo(false, true).atSequence(2).build();

        assertThat(LastLook.at(reminder, withdrawn, NOW)).isEqualTo(new Skip(Reason.NO_CONSENT));
    }

    @Test
    void doesNotSayThatARequestWaitsOnceItIsAnswered() {
        Notification received = message(MessageKind.REQUEST_RECEIVED, What.REQUESTED, aRequestedVisit());
        Visit accepted = aConfirmedVisit().atSequence(2).build();

        assertThat(LastLook.at(received, accepted, NOW)).isEqualTo(new Skip(Reason.OVERTAKEN));
    }

    @Test
    void tellsOfACancellationAlsoWhenTheVisitHadBeenMoved() {
        VisitBuilder cancelled = aConfirmedVisit().now(VisitStatus.CANCELLED_BY_CLIENT);
        Notification cancellation = message(MessageKind.CANCELLATION, What.CANCELLED, cancelled);
        Visit later = cancelled.movedTo(START.plusSeconds(3600)).atSequence(2).build();

        assertThat(LastLook.at(cancellation, later, NOW)).isInstanceOf(Send.class);
    }

    @Test
    void sendsANewLinkWhateverBecameOfTheVisit() {
        Notification link = message(MessageKind.NEW_LINK, What.LINK_REVOKED, aConfirmedVisit());
        Visit later = aConfirmedVisit()
                .now(VisitStatus.COMPLETED)
                .movedTo(START.plusSeconds(3600))
                .atSequence(3)
                .build();

        assertThat(LastLook.at(link, later, NOW)).isInstanceOf(Send.class);
    }

    @Test
    void believesTheOwnerThatTheVisitWasCancelled() {
        AppointmentNow answer = new AppointmentNow(VisitStatus.CANCELLED_BY_CLIENT, START);

        assertThat(LastLook.at(reminder, aConfirmedVisit().build(), answer, NOW))
                .isEqualTo(new Skip(Reason.CANCELLED));
    }

    @Test
    void believesTheOwnerThatTheVisitWasMoved() {
        AppointmentNow answer = new AppointmentNow(VisitStatus.CONFIRMED, START.plusSeconds(3600));

        assertThat(LastLook.at(reminder, aConfirmedVisit().build(), answer, NOW))
                .isEqualTo(new Skip(Reason.MOVED));
    }

    private static Notification message(MessageKind kind, What what, VisitBuilder visit) {
        return messagesFor(new VisitChange(what, Side.STAFF, visit.build(), NOW.minus(Duration.ofHours(3))), NOW)
                .stream()
                .filter(message -> message.kind() == kind && message.channel() == Channel.EMAIL)
                .findFirst()
                .orElseThrow();
    }
}

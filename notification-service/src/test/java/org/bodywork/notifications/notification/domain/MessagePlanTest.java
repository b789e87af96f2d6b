package org.bodywork.notifications.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.CANCELLATION;
import static org.bodywork.notifications.notification.domain.MessageKind.CONFIRMATION;
import static org.bodywork.notifications.notification.domain.MessageKind.MOVED;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.Messages.messagesFor;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aRequestedVisit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.Progress.Planned;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagePlanTest {

    private static final Instant NOW = START.minus(Duration.ofDays(3));

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, REQUESTED, REQUEST_RECEIVED",
        "DECLINED, DECLINED, DECLINED",
        "CANCELLED, CANCELLED_BY_CLIENT, CANCELLATION",
        "CANCELLED, CANCELLED_BY_THERAPIST, CANCELLATION",
        "EXPIRED, EXPIRED, EXPIRED",
        "PROPOSED, PROPOSED, PROPOSAL",
        "MOVED, REQUESTED, REQUEST_RECEIVED",
        "MOVE_ASKED, CONFIRMED, MOVE_PROPOSED",
        "NOT_MOVED, CONFIRMED, NOT_MOVED",
        "LINK_REVOKED, CONFIRMED, NEW_LINK"
    })
    void tellsEachChangeAtOnceOnBothChannels(What what, VisitStatus status, MessageKind kind) {
        List<Notification> messages = messagesFor(
                new VisitChange(what, Side.STAFF, aRequestedVisit().now(status).build(), NOW), NOW);

        assertThat(messages).extracting(Notification::kind).containsOnly(kind);
        assertThat(messages).extracting(Notification::channel).containsExactly(Channel.EMAIL, Channel.SMS);
        assertThat(messages).extracting(Notification::due).containsOnly(NOW);
        assertThat(messages).allMatch(Notification::isPlanned);
    }

    @ParameterizedTest
    @CsvSource({"CHECKED_IN, CHECKED_IN", "COMPLETED, COMPLETED", "NO_SHOW, NO_SHOW"})
    void writesNothingAboutWhoCame(What what, VisitStatus status) {
        Visit visit = aConfirmedVisit().now(status).build();

        assertThat(messagesFor(new VisitChange(what, Side.STAFF, visit, START), START))
                .isEmpty();
    }

    @Test
    void tellsTheClientNothingOfTheTherapistsHalfTime() {
        VisitChange waiting = new VisitChange(
                What.REQUEST_WAITING, Side.SYSTEM, aRequestedVisit().build(), NOW);

        assertThat(messagesFor(waiting, NOW)).isEmpty();
    }

    @Test
    void plansTheSameReminderAgainOnceTheClientIsCorrected() {
        Visit visit = aConfirmedVisit().build();
        List<Notification> planned = messagesFor(confirmed(aConfirmedVisit(), NOW), NOW);

        List<Notification> corrected = messagesFor(new VisitChange(What.CORRECTED, Side.STAFF, visit, NOW), NOW);

        assertThat(corrected)
                .extracting(Notification::id)
                .containsExactlyElementsOf(
                        only(REMINDER, planned).stream().map(Notification::id).toList());
    }

    @ParameterizedTest
    @CsvSource({"DECLINED, DECLINED", "MOVE_ASKED, CONFIRMED", "NOT_MOVED, CONFIRMED", "INTAKE_RECEIVED, CONFIRMED"})
    void tellsTheClientNothingOfTheirOwnNoOrWish(What what, VisitStatus status) {
        Visit visit = aConfirmedVisit().now(status).build();

        assertThat(messagesFor(new VisitChange(what, Side.CLIENT, visit, NOW), NOW))
                .isEmpty();
    }

    @Test
    void remindsOfTheNewTimeOfAMovedVisit() {
        Instant dayLater = START.plus(Duration.ofDays(1));
        Visit moved = aConfirmedVisit().movedTo(dayLater).build();

        List<Notification> messages = messagesFor(new VisitChange(What.MOVED, Side.CLIENT, moved, NOW), NOW);

        assertThat(messages).extracting(Notification::kind).containsExactly(MOVED, MOVED, REMINDER, REMINDER);
        assertThat(only(REMINDER, messages)).extracting(Notification::due).containsOnly(START);
    }

    @Test
    void confirmsAtOnceAndRemindsADayBefore() {
        List<Notification> messages = messagesFor(confirmed(aConfirmedVisit(), NOW), NOW);

        assertThat(messages)
                .extracting(Notification::kind)
                .containsExactly(CONFIRMATION, CONFIRMATION, REMINDER, REMINDER);
        assertThat(only(REMINDER, messages))
                .extracting(Notification::due)
                .containsOnly(START.minus(Duration.ofHours(24)));
    }

    @Test
    void remindsTwentyFourElapsedHoursBeforeAlsoWhenClocksChange() {
        Instant sundayAtTen = Instant.parse("2026-11-01T16:00:00Z");
        Instant before = sundayAtTen.minus(Duration.ofDays(5));

        List<Notification> messages = messagesFor(confirmed(aConfirmedVisit().startingAt(sundayAtTen), before), before);

        assertThat(only(REMINDER, messages))
                .extracting(Notification::due)
                .containsOnly(Instant.parse("2026-10-31T16:00:00Z"));
    }

    @Test
    void skipsTheReminderThatWouldComeRightAfterTheConfirmation() {
        Instant oneHourBeforeReminder = START.minus(Duration.ofHours(25));

        List<Notification> messages =
                messagesFor(confirmed(aConfirmedVisit(), oneHourBeforeReminder), oneHourBeforeReminder);

        assertThat(only(REMINDER, messages))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.TOO_CLOSE_TO_CONFIRMATION, oneHourBeforeReminder));
    }

    @Test
    void plansTheReminderThatComesTwoHoursAfterTheConfirmation() {
        Instant twoHoursBeforeReminder = START.minus(Duration.ofHours(26));

        List<Notification> messages =
                messagesFor(confirmed(aConfirmedVisit(), twoHoursBeforeReminder), twoHoursBeforeReminder);

        assertThat(only(REMINDER, messages)).extracting(Notification::progress).containsOnly(new Planned());
    }

    @Test
    void neverTellsNewsADayLate() {
        List<Notification> messages = messagesFor(confirmed(aConfirmedVisit(), NOW), NOW.plus(Duration.ofHours(24)));

        assertThat(only(CONFIRMATION, messages))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.TOO_LATE, NOW.plus(Duration.ofHours(24))));
    }

    @Test
    void stillTellsNewsJustUnderADayOld() {
        List<Notification> messages = messagesFor(
                confirmed(aConfirmedVisit(), NOW),
                NOW.plus(Duration.ofHours(24)).minusMillis(1));

        assertThat(only(CONFIRMATION, messages)).allMatch(Notification::isPlanned);
    }

    @Test
    void confirmsNothingThatHasBegun() {
        Instant justBefore = START.minus(Duration.ofMinutes(30));

        List<Notification> messages = messagesFor(confirmed(aConfirmedVisit(), justBefore), START);

        assertThat(only(CONFIRMATION, messages))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.TOO_LATE, START));
    }

    @Test
    void tellsOfACancellationEvenAfterTheStart() {
        VisitChange cancelled = new VisitChange(
                What.CANCELLED,
                Side.STAFF,
                aConfirmedVisit().now(VisitStatus.CANCELLED_BY_THERAPIST).build(),
                START.minusSeconds(60));

        assertThat(messagesFor(cancelled, START.plusSeconds(60))).allMatch(Notification::isPlanned);
    }

    @Test
    void remindsOfAVisitWhoseConfirmationIsOldNews() {
        List<Notification> messages = messagesFor(confirmed(aConfirmedVisit(), NOW), NOW.plus(Duration.ofHours(30)));

        assertThat(only(REMINDER, messages)).allMatch(Notification::isPlanned);
    }

    @Test
    void usesOnlyChannelsTheClientAgreedTo() {
        List<Notification> messages = messagesFor(confirmed(aConfirmedVisit().agreeingTo(true, false), NOW), NOW);

        assertThat(messages).extracting(Notification::channel).containsOnly(Channel.EMAIL);
    }

    @Test
    void sendsNoTextMessageWithoutANumber() {
        List<Notification> messages = messagesFor(confirmed(aConfirmedVisit().withoutPhone(), NOW), NOW);

        assertThat(messages).extracting(Notification::channel).containsOnly(Channel.EMAIL);
    }

    @Test
    void saysInTheLedgerThatNobodyMayBeTold() {
        List<Notification> messages = messagesFor(confirmed(aConfirmedVisit().agreeingTo(false, false), NOW), NOW);

        assertThat(messages)
                .extracting(Notification::progress)
                .containsExactly(new Skipped(Reason.NO_CONSENT, NOW), new Skipped(Reason.NO_CONSENT, NOW));
    }

    @Test
    void namesTheSameMessageTheSameAgain() {
        List<Notification> first = messagesFor(confirmed(aConfirmedVisit(), NOW), NOW);
        List<Notification> again = messagesFor(confirmed(aConfirmedVisit(), NOW), NOW.plusSeconds(60));

        assertThat(again)
                .extracting(Notification::id)
                .containsExactlyElementsOf(first.stream().map(Notification::id).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void namesTheReminderOfAMovedVisitDifferently() {
        List<Notification> first = messagesFor(confirmed(aConfirmedVisit(), NOW), NOW);
        List<Notification> moved = messagesFor(
                confirmed(
                        aConfirmedVisit()
                                .movedTo(START.plus(Duration.ofDays(1)))
                                .atSequence(2),
                        NOW),
                NOW);

        assertThat(only(REMINDER, moved))
                .extracting(Notification::id)
                .doesNotContainAnyElementsOf(
                        only(REMINDER, first).stream().map(Notification::id).toList());
    }

    @Test
    void countsASkippedMessageAsReported() {
        VisitChange cancelled = new VisitChange(
                What.CANCELLED,
                Side.CLIENT,
                aConfirmedVisit()
                        .now(VisitStatus.CANCELLED_BY_CLIENT)
                        .agreeingTo(false, false)
                        .build(),
                NOW);

        List<Notification> messages = messagesFor(cancelled, NOW);

        assertThat(only(CANCELLATION, messages))
                .extracting(Notification::reports)
                .containsExactly(1L);
    }

    private static VisitChange confirmed(VisitBuilder visit, Instant at) {
        return new VisitChange(What.CONFIRMED, Side.STAFF, visit.build(), at);
    }

    private static List<Notification> only(MessageKind kind, List<Notification> messages) {
        return messages.stream().filter(message -> message.kind() == kind).toList();
    }
}

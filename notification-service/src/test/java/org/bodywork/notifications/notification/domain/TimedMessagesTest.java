package org.bodywork.notifications.notification.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.FOLLOW_UP;
import static org.bodywork.notifications.notification.domain.MessageKind.INTAKE_MISSING;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.MessageKind.REVIEW_REQUEST;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.MessageRule.Reach;
import org.bodywork.notifications.notification.domain.Progress.Held;
import org.bodywork.notifications.notification.domain.Progress.Planned;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages whose time the visit sets. */
class TimedMessagesTest {

    private static final Instant LONG_BEFORE = START.minus(Duration.ofDays(20));
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Test
    void remindsThreeDaysADayAndTwoHoursBefore() {
        List<Notification> reminders = planned(MessageRules.DEFAULTS, confirmed(aConfirmedVisit()), REMINDER);

        assertThat(reminders)
                .extracting(message -> Duration.between(message.due(), START).toHours() + " " + message.channel())
                .containsExactlyInAnyOrder("72 EMAIL", "24 EMAIL", "24 SMS", "2 SMS");
        assertThat(reminders).allMatch(Notification::isPlanned);
        assertThat(reminders).extracting(Notification::id).doesNotHaveDuplicates();
    }

    @Test
    void namesTheReminderADayBeforeAsItWasNamedWhenThereWasNoOther() {
        Visit visit = aConfirmedVisit().build();
        String asAtFirst = visit.id() + "|REMINDER|" + visit.timeRevision() + "|CLIENT|SMS";

        assertThat(planned(MessageRules.DEFAULTS, confirmed(aConfirmedVisit()), REMINDER))
                .extracting(message -> message.id().value())
                .contains(UUID.nameUUIDFromBytes(asAtFirst.getBytes(UTF_8)).toString());
    }

    @Test
    void asksForTheIntakeOnlyWhereItIsMissing() {
        assertThat(planned(MessageRules.DEFAULTS, confirmed(aConfirmedVisit()), INTAKE_MISSING))
                .isEmpty();
        assertThat(planned(MessageRules.DEFAULTS, confirmed(aConfirmedVisit().withoutIntake()), INTAKE_MISSING))
                .singleElement()
                .extracting(Notification::due)
                // Two days before the 24th, at 17:00 in Chicago.
                .isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
    }

    @Test
    void writesAfterTheVisitAndAsksForAReviewWhereOneCanBeGiven() {
        VisitBuilder over = aConfirmedVisit().now(VisitStatus.COMPLETED);
        Instant end = over.build().end();

        List<Notification> followUps = planned(MessageRules.DEFAULTS, completed(over, end), FOLLOW_UP);

        assertThat(followUps)
                .extracting(Notification::due)
                .containsExactly(end.plus(Duration.ofDays(1)), end.plus(Duration.ofDays(3)));
        assertThat(planned(MessageRules.DEFAULTS, completed(over, end), REVIEW_REQUEST))
                .isEmpty();
        assertThat(planned(MessageRules.DEFAULTS, completed(over.withAReviewToGive(), end), REVIEW_REQUEST))
                .hasSize(1);
    }

    @Test
    void skipsWhatWouldComeRightAfterALateConfirmation() {
        VisitChange late = new VisitChange(
                What.CONFIRMED, Side.CLIENT, aConfirmedVisit().build(), START.minus(Duration.ofHours(3)));

        assertThat(planned(MessageRules.DEFAULTS, late, REMINDER))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.TOO_CLOSE_TO_CONFIRMATION, late.at()));
    }

    /** Clocks go forward on 8 March and back on 1 November 2026; the visits are on the days of the change. */
    @ParameterizedTest
    @CsvSource({"2026-03-08T15:00:00Z, 2026-03-08T00:00:00Z", "2026-11-01T16:00:00Z, 2026-10-31T23:00:00Z"})
    void meansTheWallClockByTheDayBeforeAtSixAlsoWhenClocksChange(Instant start, Instant due) {
        MessageRules rules = rules(new Timing.DaysBefore(1, LocalTime.of(18, 0)), Channel.EMAIL);
        VisitChange change = new VisitChange(
                What.CONFIRMED,
                Side.CLIENT,
                aConfirmedVisit().startingAt(start).build(),
                start.minus(Duration.ofDays(9)));

        assertThat(planned(rules, change, REMINDER))
                .singleElement()
                .extracting(Notification::due)
                .isEqualTo(due);
    }

    /** For each hour of two weeks around both changes of the clocks, and visits at each hour of the day. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T06:00:00Z", "2026-10-26T05:00:00Z"})
    void neverRemindsAtThreeInTheMorning(Instant from) {
        for (int hour = 0; hour < 14 * 24; hour++) {
            Instant start = from.plus(Duration.ofHours(hour));
            VisitChange change = new VisitChange(
                    What.CONFIRMED,
                    Side.CLIENT,
                    aConfirmedVisit().startingAt(start).build(),
                    start.minus(Duration.ofDays(20)));

            assertThat(planned(MessageRules.DEFAULTS, change, REMINDER))
                    .allSatisfy(message -> assertThat(message.isPlanned()).isTrue())
                    .extracting(TimedMessagesTest::goes)
                    .allSatisfy(going -> {
                        assertThat(going.atZone(CHICAGO).toLocalTime())
                                .isBetween(LocalTime.of(8, 0), LocalTime.of(20, 59));
                        assertThat(going).isBefore(start);
                    });
        }
    }

    @Test
    void holdsUntilTheMorningWhatFallsIntoTheNight() {
        Instant nineInTheMorning = Instant.parse("2026-11-24T15:00:00Z");
        VisitChange change = confirmed(aConfirmedVisit().startingAt(nineInTheMorning));

        Notification twoHoursBefore =
                planned(MessageRules.DEFAULTS, change, REMINDER).getLast();

        assertThat(twoHoursBefore.due()).isEqualTo(nineInTheMorning.minus(Duration.ofHours(2)));
        assertThat(twoHoursBefore.progress())
                .isEqualTo(new Held(Reason.QUIET_HOURS, nineInTheMorning.minus(Duration.ofHours(1))));
    }

    @Test
    void remindsTheEveningBeforeWhatTheMorningIsTooLateFor() {
        Instant halfPastEight = Instant.parse("2026-11-24T14:30:00Z");
        VisitChange change = confirmed(aConfirmedVisit().startingAt(halfPastEight));

        Notification twoHoursBefore =
                planned(MessageRules.DEFAULTS, change, REMINDER).getLast();

        // 20:30 in Chicago.
        assertThat(twoHoursBefore.due()).isEqualTo(Instant.parse("2026-11-24T02:30:00Z"));
        assertThat(twoHoursBefore.progress()).isEqualTo(new Planned());
    }

    @Test
    void reckonsTheNightWhereTheClientIs() {
        // 10:00 in Chicago is 06:00 in Honolulu: a day before, it is night there.
        VisitChange change = confirmed(aConfirmedVisit().ofAClientIn("Pacific/Honolulu"));

        assertThat(planned(Messages.A_DAY_BEFORE, change, REMINDER))
                .extracting(Notification::progress)
                .containsOnly(new Held(Reason.QUIET_HOURS, Instant.parse("2026-11-23T18:00:00Z")));
    }

    @Test
    void usesTheFirstChannelThatReachesAndKeepsTheOthersForThatItFails() {
        MessageRules rules = MessageRules.of(List.of(new MessageRule(
                REMINDER,
                new Timing.BeforeStart(Duration.ofHours(24)),
                List.of(Channel.SMS, Channel.EMAIL),
                Reach.FIRST)));

        Notification first =
                planned(rules, confirmed(aConfirmedVisit()), REMINDER).getFirst();
        Notification failed = first.failed(Reason.BAD_ADDRESS, LONG_BEFORE);

        assertThat(first.channel()).isEqualTo(Channel.SMS);
        assertThat(failed.elsewhere(LONG_BEFORE)).get().satisfies(next -> {
            assertThat(next.channel()).isEqualTo(Channel.EMAIL);
            assertThat(next.isPlanned()).isTrue();
            assertThat(next.id()).isNotEqualTo(first.id());
        });
        assertThat(first.skipped(Reason.CANCELLED, LONG_BEFORE).elsewhere(LONG_BEFORE))
                .isEmpty();
        assertThat(planned(rules, confirmed(aConfirmedVisit().withoutPhone()), REMINDER))
                .extracting(Notification::channel)
                .containsExactly(Channel.EMAIL);
    }

    private static Instant goes(Notification message) {
        return message.progress() instanceof Held(Reason _, Instant until) ? until : message.due();
    }

    private static MessageRules rules(Timing timing, Channel channel) {
        return MessageRules.of(List.of(new MessageRule(REMINDER, timing, List.of(channel), Reach.ALL)));
    }

    private static VisitChange confirmed(VisitBuilder visit) {
        return new VisitChange(What.CONFIRMED, Side.CLIENT, visit.build(), LONG_BEFORE);
    }

    private static VisitChange completed(VisitBuilder visit, Instant at) {
        return new VisitChange(What.COMPLETED, Side.STAFF, visit.build(), at);
    }

    private static List<Notification> planned(MessageRules rules, VisitChange change, MessageKind kind) {
        return new MessagePlan(rules, List.of())
                .messagesFor(change, null, change.at()).stream()
                        .filter(message -> message.kind() == kind)
                        .toList();
    }
}

package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.FOLLOW_UP;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.application.MendPlans.Mended;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageRule;
import org.bodywork.notifications.notification.domain.MessageRule.Reach;
import org.bodywork.notifications.notification.domain.MessageRules;
import org.bodywork.notifications.notification.domain.Messages;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Timing;
import org.bodywork.notifications.notification.domain.VisitBuilder;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.Test;

/** What waits follows the rules there are now. */
class MendPlansTest {

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final World world = new World();

    @Test
    void sendsNoReminderUnderARuleThatWasRemovedAndSaysSo() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.rules = reminders(before(TWO_DAYS, Reach.ALL, Channel.EMAIL, Channel.SMS));

        assertThat(world.mends(aConfirmedVisit())).isEqualTo(new Mended(2, 2));

        world.keepsTrying(Duration.ofDays(3));
        assertThat(world.messages(REMINDER))
                .filteredOn(message -> message.due().equals(START.minus(A_DAY)))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.RULE_REMOVED, World.BOOKED_AT));
        assertThat(world.messages(REMINDER))
                .filteredOn(message -> message.due().equals(START.minus(TWO_DAYS)))
                .hasSize(2)
                .allMatch(message -> message.progress() instanceof Sent);
    }

    @Test
    void letsAReminderWaitAgainWhoseRuleIsBack() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.rules = reminders(before(TWO_DAYS, Reach.ALL, Channel.EMAIL));
        world.mends(aConfirmedVisit());
        world.rules = Messages.A_DAY_BEFORE;

        assertThat(world.mends(aConfirmedVisit())).isEqualTo(new Mended(2, 1));

        world.keepsTrying(Duration.ofDays(3));
        assertThat(world.provider.texts()).hasSize(2);
        assertThat(world.message(REMINDER, Channel.SMS).progress()).isInstanceOf(Sent.class);
    }

    @Test
    void leavesAloneWhatIsAsTheRulesSay() {
        world.rules = MessageRules.DEFAULTS;
        world.hears(What.CONFIRMED, aConfirmedVisit().withoutIntake());
        List<Notification> before = world.ledger.all();

        assertThat(world.mends(aConfirmedVisit().withoutIntake())).isEqualTo(new Mended(0, 0));

        assertThat(world.ledger.all()).isEqualTo(before);
    }

    @Test
    void leavesAMessageAloneThatWaitsOnItsSecondChannel() {
        world.rules = reminders(before(A_DAY, Reach.FIRST, Channel.SMS, Channel.EMAIL));
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.cap = Reason.DAILY_CAP;
        world.clock.set(START.minus(A_DAY));
        world.sendsWhatIsDue();
        assertThat(world.message(REMINDER, Channel.EMAIL).isPlanned()).isTrue();

        assertThat(world.mends(aConfirmedVisit()).removed()).isZero();
    }

    @Test
    void remindsAtOnceOfNothingWhoseTimeHasPassedUnderANewRule() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.clock.set(START.minus(Duration.ofHours(30)));
        world.rules = reminders(before(TWO_DAYS, Reach.ALL, Channel.EMAIL));

        assertThat(world.mends(aConfirmedVisit())).isEqualTo(new Mended(0, 2));
    }

    @Test
    void sendsNoFollowUpAnyMoreThatAPracticeHasTakenOut() {
        world.rules = MessageRules.DEFAULTS;
        VisitBuilder over = aConfirmedVisit().now(VisitStatus.COMPLETED).atSequence(2);
        world.clock.set(START.plus(Duration.ofHours(1)));
        world.hears(What.COMPLETED, over);
        assertThat(world.messages(FOLLOW_UP)).hasSize(2);
        world.rules = Messages.A_DAY_BEFORE;

        assertThat(world.mends(over)).isEqualTo(new Mended(0, 2));
        assertThat(world.messages(FOLLOW_UP)).noneMatch(Notification::isOpen);
    }

    @Test
    void mendsMostOfManyVisitsInOneGo() {
        VisitBuilder[] visits = Stream.generate(
                        () -> aConfirmedVisit().called(UUID.randomUUID().toString()))
                .limit(MendPlans.PAGE)
                .toArray(VisitBuilder[]::new);
        Stream.of(visits).forEach(visit -> world.hears(What.CONFIRMED, visit));
        world.rules = reminders();

        assertThat(world.mends(visits)).isEqualTo(new Mended(0, 2 * MendPlans.PAGE));
    }

    private static MessageRule before(Duration time, Reach reach, Channel... channels) {
        return new MessageRule(REMINDER, new Timing.BeforeStart(time), List.of(channels), reach);
    }

    /** None: a rule without a channel stands instead of the defaults. */
    private static MessageRules reminders(MessageRule... rules) {
        MessageRule none =
                new MessageRule(MessageKind.REMINDER, new Timing.BeforeStart(Duration.ofDays(9)), List.of(), Reach.ALL);
        return MessageRules.of(Stream.concat(Stream.of(rules), Stream.of(none)).toList());
    }
}

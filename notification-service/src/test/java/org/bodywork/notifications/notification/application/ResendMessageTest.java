package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bodywork.notifications.notification.domain.MessageKind.CONFIRMATION;
import static org.bodywork.notifications.notification.domain.MessageKind.NEW_BOOKING;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.notification.application.ResendMessage.Asker;
import org.bodywork.notifications.notification.application.ResendMessage.Resent;
import org.bodywork.notifications.notification.domain.Member;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Progress.Held;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Resend;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.Test;

/** Staff have a message sent once more. */
class ResendMessageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final PracticeId OURS = aConfirmedVisit().build().practice();
    private static final String JUNE = "june";

    private final World world = new World();

    @Test
    void isARowOfItsOwnThatSaysWhoWishedIt() {
        Notification first = aConfirmationThatWasSent();

        Notification again = resend(first, "one").message();
        world.sendsWhatIsDue();

        assertThat(again.resend()).isEqualTo(new Resend(first.id(), JUNE, "one"));
        assertThat(stored(again).progress()).isInstanceOf(Sent.class);
        assertThat(stored(first)).isEqualTo(first);
        assertThat(world.provider.emails())
                .hasSize(2)
                .extracting(EmailMessage::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWhatIsTrueByThen() {
        Notification first = aConfirmationThatWasSent();
        world.hears(
                What.MOVED,
                aConfirmedVisit().movedTo(START.plus(Duration.ofDays(1))).atSequence(2));

        resend(first, "one");
        world.sendsWhatIsDue();

        assertThat(world.provider.emails())
                .extracting(EmailMessage::text)
                .contains("CONFIRMATION " + START.plus(Duration.ofDays(1)));
    }

    @Test
    void isPlannedOnceHoweverOftenTheSameRequestComes() throws Exception {
        Notification first = aConfirmationThatWasSent();

        List<Resent> all = atOnce(12, each -> resend(first, "one"));

        assertThat(all)
                .extracting(resent -> resent.message().id())
                .containsOnly(first.id().again(1));
        assertThat(resend(first, "one").replayed()).isTrue();
    }

    @Test
    void isPlannedThreeTimesAtMostHoweverManyAskAtOnce() throws Exception {
        Notification first = aConfirmationThatWasSent();

        List<Boolean> planned = atOnce(12, each -> {
            try {
                resend(first, "wish " + each);
                return true;
            } catch (CannotResend enough) {
                return false;
            }
        });

        assertThat(planned).filteredOn(done -> done).hasSize(3);
        refused(first, "ENOUGH");
    }

    @Test
    void countsAWishForARepeatAsOneForTheFirst() {
        Notification first = aConfirmationThatWasSent();
        Notification again = resend(first, "one").message();
        world.sendsWhatIsDue();

        assertThat(Objects.requireNonNull(resend(stored(again), "two").message().resend())
                        .of())
                .isEqualTo(first.id());
    }

    @Test
    void isRefusedWhereItIsNoLongerTrue() {
        Notification first = aConfirmationThatWasSent();
        world.hears(
                What.CANCELLED,
                aConfirmedVisit().now(VisitStatus.CANCELLED_BY_CLIENT).atSequence(2));

        refused(first, "CANCELLED");
    }

    @Test
    void isRefusedOnceItsVisitHasBegun() {
        Notification first = aConfirmationThatWasSent();
        world.clock.set(START);

        refused(first, "TOO_LATE");
    }

    @Test
    void isRefusedToWhoeverOptedOut() {
        Notification first = aConfirmationThatWasSent();
        world.suppressed.add("ana@example.com");

        refused(first, "OPTED_OUT");
    }

    @Test
    void isRefusedWhileTheFirstIsOnItsWay() {
        world.hears(What.CONFIRMED, aConfirmedVisit());

        refused(world.message(CONFIRMATION, Channel.EMAIL), "STILL_OPEN");
    }

    @Test
    void isRefusedOfWhatStaffWereTold() {
        world.members.add(new Member("sam", "sam@example.com", Locale.US));
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();

        refused(world.message(NEW_BOOKING, Channel.EMAIL), "FOR_STAFF");
    }

    @Test
    void isUnknownToOtherPractices() {
        Notification first = aConfirmationThatWasSent();

        assertThatExceptionOfType(UnknownMessage.class)
                .isThrownBy(() -> resend(first, new Asker(new PracticeId("another"), JUNE, "one")));
    }

    @Test
    void goesByNoNumberThatHadItsTextToday() {
        aConfirmationThatWasSent();
        world.clock.set(START.minus(Duration.ofHours(24)));
        world.sendsWhatIsDue();
        world.cap = Reason.DAILY_CAP;

        Notification again = resend(world.message(REMINDER, Channel.SMS), "one").message();
        world.sendsWhatIsDue();

        assertThat(stored(again).progress()).isEqualTo(new Skipped(Reason.DAILY_CAP, world.clock.instant()));
    }

    @Test
    void waitsForTheMorningWhereSomebodyWishesItAtNight() {
        Notification first = aConfirmationThatWasSent();
        world.clock.set(START.minus(Duration.ofDays(2)).minus(Duration.ofHours(12)));

        Notification again = resend(first, "one").message();
        world.sendsWhatIsDue();

        assertThat(stored(again).progress()).isInstanceOf(Held.class);
    }

    private Notification aConfirmationThatWasSent() {
        world.hears(What.CONFIRMED, aConfirmedVisit());
        world.sendsWhatIsDue();
        return world.message(CONFIRMATION, Channel.EMAIL);
    }

    private Resent resend(Notification message, String request) {
        return resend(message, new Asker(OURS, JUNE, request));
    }

    private Resent resend(Notification message, Asker asker) {
        return world.resendMessage
                .resend(message.id(), asker)
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private void refused(Notification message, String reason) {
        assertThatExceptionOfType(CannotResend.class)
                .isThrownBy(() -> resend(message, "another"))
                .extracting(CannotResend::reason)
                .isEqualTo(reason);
    }

    private Notification stored(Notification message) {
        return world.ledger.all().stream()
                .filter(each -> each.id().equals(message.id()))
                .findFirst()
                .orElseThrow();
    }

    private interface Wish<T> {
        T by(int each);
    }

    private static <T> List<T> atOnce(int many, Wish<T> wish) throws Exception {
        List<Callable<T>> all = IntStream.range(0, many)
                .<Callable<T>>mapToObj(each -> () -> wish.by(each))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<T>> asked = threads.invokeAll(all);
            return asked.stream().map(ResendMessageTest::done).toList();
        }
    }

    private static <T> T done(Future<T> future) {
        return future.resultNow();
    }
}

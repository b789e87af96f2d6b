package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bodywork.notifications.notification.domain.MessageKind.ALTERNATIVES;
import static org.bodywork.notifications.notification.domain.MessageKind.ATTENTION;
import static org.bodywork.notifications.notification.domain.MessageKind.NEXT_VISIT_DUE;
import static org.bodywork.notifications.notification.domain.MessageKind.OFFER;
import static org.bodywork.notifications.notification.domain.MessageKind.PLAN_TO_AGREE;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aPlan;
import static org.bodywork.notifications.notification.domain.VisitBuilder.anOfferUntil;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.application.ProviderInMemory.Mood;
import org.bodywork.notifications.notification.domain.Member;
import org.bodywork.notifications.notification.domain.MessageRules;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Expired;
import org.bodywork.notifications.notification.domain.Progress.Held;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.Test;

/** Freed time is told while it can be taken, and never after; plans are told in a neutral word. */
class OffersAndPlansTest {

    private static final Instant NOON = Instant.parse("2026-11-23T18:00:00Z");
    private static final Instant ONE_AT_NIGHT = Instant.parse("2026-11-24T07:00:00Z");
    private static final Instant EIGHT = Instant.parse("2026-11-24T14:00:00Z");

    private final World world = new World();

    @Test
    void anOfferGoesByEmailAndTextAtOnce() {
        at(NOON);
        world.hears(What.OFFERED, anOfferUntil(NOON.plus(Duration.ofMinutes(15))));
        world.sendsWhatIsDue();

        assertThat(world.messages(OFFER))
                .extracting(Notification::channel, message -> message.progress() instanceof Sent)
                .containsExactlyInAnyOrder(tuple(Channel.EMAIL, true), tuple(Channel.SMS, true));
        assertThat(world.messages(OFFER))
                .extracting(Notification::usefulUntil)
                .containsOnly(NOON.plus(Duration.ofMinutes(15)));
    }

    @Test
    void anOfferIsNeverToldOnceItHasEnded() {
        at(NOON);
        world.provider.next(Mood.IS_BUSY, Mood.IS_BUSY);
        world.hears(What.OFFERED, anOfferUntil(NOON.plus(Duration.ofMinutes(15))));
        world.sendsWhatIsDue();
        at(NOON.plus(Duration.ofMinutes(15)));
        world.sendsWhatIsDue();

        assertThat(world.messages(OFFER)).hasSize(2).allMatch(message -> message.progress() instanceof Expired);
        assertThat(world.provider.ids()).isEmpty();
    }

    @Test
    void anOfferAtNightIsLeftOutWhereItEndsBeforeTheMorning() {
        at(ONE_AT_NIGHT);
        world.hears(What.OFFERED, anOfferUntil(ONE_AT_NIGHT.plus(Duration.ofHours(1))));
        world.sendsWhatIsDue();

        assertThat(world.messages(OFFER))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.QUIET_HOURS, ONE_AT_NIGHT));
    }

    @Test
    void anOfferAtNightWaitsForTheMorningWhereItLastsUntilThen() {
        at(ONE_AT_NIGHT);
        world.hears(What.OFFERED, anOfferUntil(EIGHT.plus(Duration.ofMinutes(15))));
        world.sendsWhatIsDue();
        assertThat(world.messages(OFFER))
                .extracting(Notification::progress)
                .containsOnly(new Held(Reason.QUIET_HOURS, EIGHT));

        at(EIGHT);
        world.sendsWhatIsDue();
        assertThat(world.provider.ids()).hasSize(2);
    }

    @Test
    void anOfferThatIsOverIsNotToldAnyMore() {
        at(ONE_AT_NIGHT);
        world.hears(What.OFFERED, anOfferUntil(EIGHT.plus(Duration.ofMinutes(15))));
        world.sendsWhatIsDue();

        world.hearsThatTheOfferIsOver(anOfferUntil(EIGHT), 2);

        assertThat(world.messages(OFFER))
                .extracting(Notification::progress)
                .containsOnly(new Skipped(Reason.OVERTAKEN, ONE_AT_NIGHT));
        assertThat(world.ledger.all()).extracting(Notification::kind).containsOnly(OFFER);
    }

    @Test
    void theNextOfferToTheSamePersonIsToldAndNotTheOneBefore() {
        at(ONE_AT_NIGHT);
        world.hears(What.OFFERED, anOfferUntil(EIGHT.plus(Duration.ofMinutes(15))));
        world.sendsWhatIsDue();
        world.hears(
                What.OFFERED,
                anOfferUntil(EIGHT.plus(Duration.ofMinutes(30)))
                        .startingAt(START.plus(Duration.ofHours(3)))
                        .atSequence(3));
        at(EIGHT);
        world.sendsWhatIsDue();

        assertThat(world.provider.texts())
                .singleElement()
                .satisfies(text -> assertThat(text.body())
                        .contains(START.plus(Duration.ofHours(3)).toString()));
        assertThat(world.messages(OFFER)).hasSize(4);
    }

    @Test
    void alternativesAreToldUntilTheyAreHeldNoMore() {
        world.rules = MessageRules.DEFAULTS;
        at(NOON);
        world.hears(
                What.ALTERNATIVES_OFFERED,
                aConfirmedVisit().startingAt(START.plus(Duration.ofDays(3))).keptUntil(NOON.plus(Duration.ofHours(6))));
        world.sendsWhatIsDue();

        assertThat(world.messages(ALTERNATIVES))
                .hasSize(2)
                .allMatch(message -> message.progress() instanceof Sent)
                .extracting(Notification::usefulUntil)
                .containsOnly(NOON.plus(Duration.ofHours(6)));
    }

    @Test
    void aPlanToAgreeToGoesByEmailAndNotAtNight() {
        at(ONE_AT_NIGHT);
        world.hears(What.PLAN_PROPOSED, aPlan(VisitStatus.PLAN_PROPOSED).startingAt(ONE_AT_NIGHT));
        world.sendsWhatIsDue();
        assertThat(world.provider.ids()).isEmpty();

        at(EIGHT);
        world.sendsWhatIsDue();
        assertThat(world.messages(PLAN_TO_AGREE))
                .singleElement()
                .satisfies(message -> assertThat(message.progress()).isInstanceOf(Sent.class))
                .extracting(Notification::channel)
                .isEqualTo(Channel.EMAIL);
    }

    @Test
    void aPlanThatWasChangedMeanwhileIsToldOnce() {
        at(ONE_AT_NIGHT);
        world.hears(What.PLAN_PROPOSED, aPlan(VisitStatus.PLAN_PROPOSED).startingAt(ONE_AT_NIGHT));
        world.hears(
                What.PLAN_PROPOSED,
                aPlan(VisitStatus.PLAN_PROPOSED).startingAt(ONE_AT_NIGHT).atSequence(2));
        at(EIGHT);
        world.sendsWhatIsDue();

        assertThat(world.provider.emails()).hasSize(1);
        assertThat(world.messages(PLAN_TO_AGREE))
                .extracting(message -> message.progress().getClass().getSimpleName())
                .containsExactlyInAnyOrder("Skipped", "Sent");
    }

    @Test
    void theNextVisitIsToldOnTheChannelTheClientAgreedTo() {
        at(NOON);
        world.hears(
                What.NEXT_VISIT_DUE,
                aPlan(VisitStatus.PLAN_AGREED).startingAt(NOON).agreeingTo(false, true));
        world.sendsWhatIsDue();

        assertThat(world.messages(NEXT_VISIT_DUE))
                .extracting(Notification::channel)
                .containsExactly(Channel.SMS);
        assertThat(world.provider.texts()).hasSize(1);
    }

    @Test
    void eachAnswerThatNeedsAttentionIsToldToWhoeverLooksAfterTheVisitAlsoAtNight() {
        world.members.add(new Member("june", "june@example.com", Locale.US));
        at(ONE_AT_NIGHT);
        world.hears(
                What.COMPLETED,
                aConfirmedVisit()
                        .startingAt(ONE_AT_NIGHT.minus(Duration.ofDays(1)))
                        .now(VisitStatus.COMPLETED));

        world.hearsThatAttentionIsNeeded(aConfirmedVisit(), 1);
        world.hearsThatAttentionIsNeeded(aConfirmedVisit(), 1);
        world.hearsThatAttentionIsNeeded(aConfirmedVisit(), 2);
        world.sendsWhatIsDue();

        assertThat(world.messages(ATTENTION)).hasSize(2).allMatch(message -> message.progress() instanceof Sent);
        assertThat(world.provider.emails())
                .hasSize(2)
                .allMatch(email -> email.to().equals("june@example.com"));
    }

    @Test
    void whatIsNotKnownAnyMoreNeedsNoAttention() {
        world.hearsThatAttentionIsNeeded(aConfirmedVisit(), 1);
        world.hearsThatTheOfferIsOver(anOfferUntil(START), 2);

        assertThat(world.ledger.all()).isEmpty();
    }

    private void at(Instant time) {
        world.clock.set(time);
    }
}

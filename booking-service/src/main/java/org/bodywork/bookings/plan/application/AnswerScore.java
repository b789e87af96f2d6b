package org.bodywork.bookings.plan.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.ScoreDay;
import org.bodywork.bookings.plan.application.Plans.ChangedMeanwhile;
import org.bodywork.bookings.plan.domain.Outcome;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.bookings.plan.domain.RedFlag;
import org.bodywork.bookings.plan.domain.Score;
import org.bodywork.bookings.plan.domain.ScoredVisit;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes what a client answers a day, and three days, after a visit; what is alarming is told to the therapist at once. */
public final class AnswerScore {

    private static final int MOST_TRIES = 5;

    private final Outcomes outcomes;
    private final Plans plans;
    private final HealthTexts texts;
    private final ManageLinks links;
    private final BusinessClock clock;

    public AnswerScore(Outcomes outcomes, Plans plans, HealthTexts texts, ManageLinks links, BusinessClock clock) {
        this.outcomes = outcomes;
        this.plans = plans;
        this.texts = texts;
        this.links = links;
        this.clock = clock;
    }

    /** What is asked with that secret; fails with {@link PlanRefusal.NoSuchScore} where nothing ever was. */
    public Mono<Asked> find(String secret) {
        return outcomes.byScoreHash(PlanLinks.hash(secret))
                .filter(outcome -> outcome.askedFrom() != null)
                .map(outcome -> asked(outcome, secret))
                .switchIfEmpty(Mono.error(PlanRefusal.NoSuchScore::new));
    }

    private Asked asked(Outcome outcome, String secret) {
        ScoreDay day =
                links.scoreSecretOf(outcome.visit(), ScoreDay.FIRST).equals(secret) ? ScoreDay.FIRST : ScoreDay.THIRD;
        return new Asked(outcome, day, outcome.isAskedAt(clock.now()), outcome.scoreOf(day) != null);
    }

    /**
     * Kept once; the same answer again changes nothing. Fails with {@link PlanRefusal.ScoreGiven} on another one, and with
     * {@link PlanRefusal.ScoreClosed} when it comes too late.
     */
    public Mono<Asked> answer(String secret, Answer answer) {
        return Mono.defer(() -> find(secret))
                .flatMap(asked -> keep(asked, answer))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance));
    }

    private Mono<Asked> keep(Asked asked, Answer answer) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        Score score = new Score(answer.pain(), answer.function(), answer.flags(), now);
        return texts.open(asked.outcome()).flatMap(known -> {
            if (asked.isAnswered()) {
                return repeated(asked, score, asked.day() == ScoreDay.FIRST ? known.day1() : known.day3());
            }
            return asked.isOpen() ? keep(asked, score, known) : Mono.error(new PlanRefusal.ScoreClosed());
        });
    }

    private static Mono<Asked> repeated(Asked asked, Score score, @Nullable Score given) {
        return given != null && score.saysAs(given) ? Mono.just(asked) : Mono.error(new PlanRefusal.ScoreGiven());
    }

    private Mono<Asked> keep(Asked asked, Score score, ScoredVisit known) {
        Outcome outcome = asked.outcome();
        boolean attention = known.asksForAttention(score);
        String field = asked.day() == ScoreDay.FIRST ? HealthTexts.DAY_1 : HealthTexts.DAY_3;
        return texts.seal(outcome, field, score)
                .zipWith(planOf(outcome))
                .flatMap(hidden -> outcomes.apply(
                        outcome,
                        outcome.scored(asked.day(), hidden.getT1(), attention, score.at()),
                        hidden.getT2().orElse(null)))
                .map(kept -> new Asked(kept, asked.day(), true, true));
    }

    private Mono<Optional<PlanId>> planOf(Outcome outcome) {
        return plans.openOf(outcome.marks(), outcome.therapist())
                .map(plan -> Optional.of(plan.id()))
                .defaultIfEmpty(Optional.empty());
    }

    /** What a client answers. */
    public record Answer(int pain, @Nullable Integer function, Set<RedFlag> flags) {

        /** Shows nothing of anybody's health. */
        @Override
        public String toString() {
            return "an answer";
        }
    }

    /** What is asked, and how it stands. */
    public record Asked(Outcome outcome, ScoreDay day, boolean isOpen, boolean isAnswered) {}
}

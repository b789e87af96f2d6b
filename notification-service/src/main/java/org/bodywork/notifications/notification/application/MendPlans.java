package org.bodywork.notifications.notification.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.notifications.notification.domain.Member;
import org.bodywork.notifications.notification.domain.MessagePlan;
import org.bodywork.notifications.notification.domain.MessageRules;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings what waits for visits in line with the rules there are now: plans what is missing, and lets go what no rule asks
 * for any more. Where nothing differs it only reads, a few times for many visits.
 */
public final class MendPlans {

    /** How many visits are best looked at in one go. */
    public static final int PAGE = 200;

    /** Colleagues come and go, so agendas are looked after shortly before their day. */
    private static final Duration AGENDAS_AHEAD = Duration.ofDays(2);

    private final Rules rules;
    private final Staff staff;
    private final Agendas agendas;
    private final Notifications notifications;
    private final BusinessClock clock;

    public MendPlans(Rules rules, Staff staff, Agendas agendas, Notifications notifications, BusinessClock clock) {
        this.rules = rules;
        this.staff = staff;
        this.agendas = agendas;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * What was not as it should be.
     *
     * @param planned messages that were missing
     * @param removed messages that waited without a rule
     */
    public record Mended(int planned, int removed) {

        private static final Mended NOTHING = new Mended(0, 0);

        public int differences() {
            return planned + removed;
        }

        private Mended plus(Mended other) {
            return new Mended(planned + other.planned, removed + other.removed);
        }
    }

    /** Best given visits of few practices, and not more than a page. */
    public Mono<Mended> of(List<Visit> visits) {
        return Mono.zip(rulesOf(visits), messagesOf(visits))
                .flatMap(known -> Flux.fromIterable(visits)
                        .concatMap(visit -> mend(visit, known.getT1(), known.getT2())
                                .flatMap(mended -> agendas(visit).thenReturn(mended)))
                        .reduce(Mended.NOTHING, Mended::plus));
    }

    private Mono<Map<PracticeId, MessageRules>> rulesOf(List<Visit> visits) {
        return Flux.fromStream(visits.stream().map(Visit::practice).distinct())
                .concatMap(practice -> rules.of(practice).map(theirs -> Map.entry(practice, theirs)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<String, Collection<Notification>>> messagesOf(List<Visit> visits) {
        return notifications
                .aboutAll(visits.stream().map(Visit::id).toList())
                .collectMultimap(message -> message.about().appointment().value());
    }

    private Mono<Mended> mend(
            Visit visit, Map<PracticeId, MessageRules> rules, Map<String, Collection<Notification>> messages) {
        Instant now = clock.now();
        MessagePlan plan = new MessagePlan(rules.getOrDefault(visit.practice(), MessageRules.DEFAULTS), List.of());
        List<Notification> all = List.copyOf(messages.getOrDefault(visit.id().value(), List.of()));
        Map<NotificationId, Notification> byId =
                all.stream().collect(Collectors.toMap(Notification::id, Function.identity()));
        List<Notification> toCome = plan.stillToCome(visit, now);
        List<Notification> missing = toCome.stream()
                .filter(message -> !byId.containsKey(message.id()))
                .toList();
        List<Notification> again = toCome.stream()
                .flatMap(message ->
                        Optional.ofNullable(byId.get(message.id()))
                                .flatMap(there -> there.plannedAgain(message))
                                .stream())
                .toList();
        List<Notification> unwanted = plan.unwanted(visit, all, now);
        return notifications
                .addMissing(missing)
                .thenMany(Flux.fromIterable(again))
                .concatMap(notifications::waitAgain)
                .thenMany(Flux.fromIterable(unwanted))
                .concatMap(message -> notifications.save(message.leftUnsent(Reason.RULE_REMOVED, now)))
                .then(Mono.just(new Mended(missing.size() + again.size(), unwanted.size())));
    }

    private Mono<Void> agendas(Visit visit) {
        if (visit.start().isAfter(clock.now().plus(AGENDAS_AHEAD))) {
            return Mono.empty();
        }
        return staff.whoLookAfter(visit)
                .map(Member::account)
                .collectList()
                .flatMap(accounts -> agendas.include(visit, accounts));
    }
}

package org.bodywork.notifications.notification.application;

import static org.bodywork.notifications.notification.domain.VisitBuilder.START;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bodywork.notifications.delivery.application.Outgoing;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.notification.application.MendPlans.Mended;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.AppointmentNow;
import org.bodywork.notifications.notification.domain.Backoff;
import org.bodywork.notifications.notification.domain.Member;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageRules;
import org.bodywork.notifications.notification.domain.Messages;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.TherapistId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitBuilder;
import org.bodywork.notifications.notification.domain.VisitChange;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The use cases among fakes, with a clock that only the test moves. */
final class World {

    static final Instant BOOKED_AT = START.minus(Duration.ofDays(3));

    private static final Place PLACE = new Place("Maplewood Hands", null, null, null, null);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    final SettableClock clock = SettableClock.at(BOOKED_AT);
    final Death death = new Death();
    final LedgerInMemory ledger = new LedgerInMemory(clock, death);
    final ProviderInMemory provider = new ProviderInMemory(death);
    final Set<String> suppressed = new HashSet<>();
    private final BusinessClock business = new BusinessClock(clock);
    private final Map<AppointmentId, Visit> known = new ConcurrentHashMap<>();
    private final Map<AppointmentId, AppointmentNow> owned = new ConcurrentHashMap<>();
    private @Nullable AppointmentNow ownersAnswer;
    private int questionsToOwner;

    private final Suppressions suppressions = new Suppressions() {
        @Override
        public Mono<Boolean> contains(String address) {
            return Mono.fromCallable(() -> suppressed.contains(address));
        }

        @Override
        public Mono<Boolean> stop(Channel channel, String address, OptOutWay way) {
            return Mono.fromCallable(() -> suppressed.add(address));
        }

        @Override
        public Mono<Boolean> allow(Channel channel, String address, OptOutWay way) {
            return Mono.fromCallable(() -> suppressed.remove(address));
        }
    };

    MessageRules rules = Messages.A_DAY_BEFORE;
    final List<Member> members = new ArrayList<>();

    @Nullable Reason cap;

    boolean behind;

    private final Staff staff = new Staff() {

        @Override
        public Mono<Member> find(String account) {
            return Flux.fromIterable(members)
                    .filter(member -> member.account().equals(account))
                    .next();
        }

        @Override
        public Mono<Member> colleague(String account, PracticeId practice) {
            return find(account);
        }

        @Override
        public Flux<Member> whoLookAfter(Visit visit) {
            return Flux.fromIterable(members);
        }
    };

    private final Visits visits = new Visits() {
        @Override
        public Mono<Visit> find(AppointmentId id) {
            return Mono.defer(() -> Mono.justOrEmpty(known.get(id)));
        }

        @Override
        public Mono<Known> known(AppointmentId id) {
            return find(id).map(visit -> new Known(visit.sequence(), visit));
        }

        @Override
        public Flux<Visit> confirmedAfter(Position position, int most) {
            return Flux.error(new UnsupportedOperationException("finding by time is the store's to test"));
        }

        @Override
        public Flux<Visit> at(PracticeId practice, Position after, int most) {
            return confirmedAfter(after, most);
        }

        @Override
        public Flux<Visit> confirmedWith(TherapistId therapist, Instant from, Instant until) {
            return confirmedAfter(Position.beginningAt(from), 1);
        }

        @Override
        public Flux<Visit> ofSeries(String series) {
            return Flux.defer(() -> Flux.fromStream(known.values().stream()
                    .filter(visit ->
                            visit.series() != null && visit.series().id().equals(series))));
        }

        @Override
        public Flux<AppointmentId> otherThanVisitsOf(String clientRef) {
            return Flux.error(new UnsupportedOperationException("forgetting is the store's to test"));
        }

        @Override
        public Mono<Boolean> knows(AppointmentId id, long sequence) {
            return find(id).map(visit -> visit.sequence() >= sequence).defaultIfEmpty(false);
        }

        @Override
        public Mono<Void> forgetClient(AppointmentId id) {
            return Mono.error(new UnsupportedOperationException("forgetting is the store's to test"));
        }

        @Override
        public Mono<Void> remember(Visit visit) {
            return Mono.fromRunnable(() -> {
                known.merge(visit.id(), visit, (old, now) -> now.sequence() > old.sequence() ? now : old);
                death.mayCome();
            });
        }
    };

    private final PlanMessages planMessages = new PlanMessages(
            _ -> Mono.fromCallable(() -> rules), staff, (_, _) -> Mono.empty(), ledger, visits, business);

    private final MendPlans mendPlans =
            new MendPlans(_ -> Mono.fromCallable(() -> rules), staff, (_, _) -> Mono.empty(), ledger, business);

    final Recovery recovery = new Recovery(ledger);

    private final SendMessage sendMessage = new SendMessage(
            ledger,
            visits,
            new Objections(
                    ledger,
                    visits,
                    new Readers(staff),
                    suppressions,
                    this::ask,
                    (_, _, _) -> Mono.justOrEmpty(cap),
                    () -> behind,
                    business),
            new Composition(_ -> Mono.just(PLACE), World::words),
            new Paces(1_000_000, 1_000_000, clock),
            new Outgoing(provider, provider, suppressions),
            suppressions,
            recovery,
            new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5)),
            business,
            clock);

    final TakeDeliveryReport takeDeliveryReport = new TakeDeliveryReport(ledger, business);

    final ResendMessage resendMessage = new ResendMessage(ledger, visits, suppressions, business);

    private Mono<AppointmentNow> ask(AppointmentId id) {
        questionsToOwner++;
        AppointmentNow known = owned.get(id);
        return Mono.justOrEmpty(known == null ? ownersAnswer : known);
    }

    private static OutgoingMessage words(Notification notification, Occasion occasion) {
        String address = occasion.reader().address();
        String id = notification.id().value();
        String text = notification.kind() + " " + occasion.visit().start()
                + (occasion.before() == null ? "" : " was " + occasion.before().start())
                + (occasion.together().isEmpty()
                        ? ""
                        : " and all " + occasion.together().size());
        return switch (notification.channel()) {
            case EMAIL -> new EmailMessage(id, address, occasion.place().practice(), null, text, text, text);
            case SMS -> new TextMessage(id, address, text);
        };
    }

    /** The event arrives. */
    void hears(What what, VisitBuilder visit) {
        hears(what, visit, clock.instant());
    }

    void hears(What what, VisitBuilder visit, Instant at) {
        planMessages.after(new VisitChange(what, Side.STAFF, visit.build(), at)).block(PATIENCE);
    }

    void hears(VisitChange change) {
        planMessages.after(change).block(PATIENCE);
    }

    void hearsThatTheOfferIsOver(VisitBuilder offer, long sequence) {
        planMessages.afterOffer(offer.build().id(), sequence, clock.instant()).block(PATIENCE);
    }

    void hearsThatAttentionIsNeeded(VisitBuilder visit, long answer) {
        planMessages.afterAnswer(visit.build().id(), answer, clock.instant()).block(PATIENCE);
    }

    /** What differs from the rules there are now is mended. */
    Mended mends(VisitBuilder... visits) {
        return mendPlans
                .of(Arrays.stream(visits).map(VisitBuilder::build).toList())
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    /** The owner, when asked, answers this; else it is away. */
    void ownerSays(AppointmentNow answer) {
        this.ownersAnswer = answer;
    }

    /** The owner, when asked about this visit, answers this. */
    void ownerSays(String visit, AppointmentNow answer) {
        owned.put(new AppointmentId(visit), answer);
    }

    int questionsToOwner() {
        return questionsToOwner;
    }

    /** Works off what is due now, once. */
    void sendsWhatIsDue() {
        for (Notification message : ledger.free(clock.instant())) {
            sends(message);
        }
    }

    /** Sends it as it is in the worker's hands, which may be older than in the ledger. */
    void sends(Notification claimed) {
        sendMessage.send(claimed, ledger.claim(claimed)).block(PATIENCE);
    }

    /** Works off what is due now until nothing is left open, minute by minute. */
    void keepsTrying(Duration howLong) {
        Instant end = clock.instant().plus(howLong);
        while (clock.instant().isBefore(end)) {
            sendsWhatIsDue();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    Notification message(MessageKind kind, Channel channel) {
        return messages(kind).stream()
                .filter(each -> each.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    List<Notification> messages(MessageKind kind) {
        return ledger.all().stream().filter(each -> each.kind() == kind).toList();
    }
}

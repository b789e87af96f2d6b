package org.bodywork.notifications.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.MessageRule.Reach;
import org.bodywork.notifications.notification.domain.Notification.About;
import org.bodywork.notifications.notification.domain.Progress.Held;
import org.bodywork.notifications.notification.domain.Progress.Planned;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.jspecify.annotations.Nullable;

/**
 * Which messages follow from what happened to a visit. The same change always gives the same notifications, so planning
 * it again changes nothing. What will not be sent is planned as skipped: the ledger says why.
 */
public final class MessagePlan {

    /** News about a visit is not told later than this after it happened. */
    static final Duration NEWS_IS_OLD_AFTER = Duration.ofHours(24);

    /** Staff often change a visit several times in a row; the client hears of the end of it. */
    static final Duration STAFF_ARE_DONE_AFTER = Duration.ofMinutes(2);

    /** What comes this soon after other news about a visit tells nothing new. */
    public static final Duration APART_FROM_NEWS = Duration.ofHours(2);

    /** What is put off until the morning must leave this much time before it is of no use. */
    private static final Duration NOTICE = Duration.ofHours(1);

    /** Whether staff took their change back is known once its news has ended one way or the other. */
    private static final Duration CHANGES_ARE_SETTLED_AFTER = STAFF_ARE_DONE_AFTER.plusMinutes(1);

    private static final Duration FOLLOW_UPS_ARE_OLD_AFTER = Duration.ofDays(3);

    private final MessageRules rules;
    private final List<String> staff;

    /**
     * The plan for visits at one practice.
     *
     * @param staff the accounts of those who look after the visit
     */
    public MessagePlan(MessageRules rules, List<String> staff) {
        this.rules = rules;
        this.staff = List.copyOf(staff);
    }

    /**
     * All that follows from a change.
     *
     * @param before the visit as it was known until then; none when it was not
     */
    public List<Notification> messagesFor(VisitChange change, @Nullable Visit before, Instant now) {
        List<Notification> messages = new ArrayList<>();
        newsOf(change).ifPresent(kind -> messages.addAll(news(kind, change, now)));
        StaffNews.of(change, before).ifPresent(kind -> messages.addAll(staffNews(kind, change, now)));
        for (MessageKind kind : timedBy(change)) {
            messages.addAll(timed(kind, change, now));
        }
        return List.copyOf(messages);
    }

    /** The accounts of those who look after the visit. */
    public List<String> staff() {
        return staff;
    }

    /** What is still to come at a time set by the visit. What is planned already stays as it is. */
    public List<Notification> stillToCome(Visit visit, Instant now) {
        VisitChange settled = settled(visit, now);
        return timedBy(settled).stream()
                .flatMap(kind -> timed(kind, settled, now).stream())
                .filter(Notification::isPlanned)
                .toList();
    }

    /** Of these, what waits although the rules ask for it no more. What speaks of another time the last look ends. */
    public List<Notification> unwanted(Visit visit, List<Notification> messages, Instant now) {
        Set<NotificationId> wanted = Arrays.stream(MessageKind.values())
                .filter(MessageKind::isTimed)
                .flatMap(kind -> timed(kind, settled(visit, now), now).stream())
                .flatMap(MessagePlan::whereverItEnds)
                .collect(Collectors.toSet());
        return messages.stream()
                .filter(message -> message.isPlanned() && message.kind().isTimed() && message.resend() == null)
                .filter(message -> message.about().timeRevision() == visit.timeRevision())
                .filter(message -> visit.addressOn(message.channel()).isPresent())
                .filter(message -> !wanted.contains(message.id()))
                .toList();
    }

    /** Its id, and those it has on the channels it is passed on to. */
    private static Stream<NotificationId> whereverItEnds(Notification message) {
        Stream.Builder<NotificationId> ids = Stream.builder();
        NotificationId id = message.id();
        ids.add(id);
        for (Channel next : message.otherwise()) {
            id = id.on(next);
            ids.add(id);
        }
        return ids.build();
    }

    /** Nothing new happened: so long ago that what comes from now on comes soon after nothing. */
    private static VisitChange settled(Visit visit, Instant now) {
        return new VisitChange(What.CORRECTED, Side.SYSTEM, visit, now.minus(APART_FROM_NEWS));
    }

    private List<Notification> news(MessageKind kind, VisitChange change, Instant now) {
        Instant due = kind == MessageKind.CHANGED ? change.at().plus(STAFF_ARE_DONE_AFTER) : change.at();
        Instant usefulUntil = usefulUntil(kind, change);
        Progress progress = newsProgress(change, usefulUntil, now);
        return rules.of(kind).stream()
                .map(rule -> new Draft(
                        rule, Recipient.CLIENT, change.visit(), now, due, usefulUntil, atNight(change), progress))
                .flatMap(draft -> draft.onItsChannels().stream())
                .toList();
    }

    /**
     * Those who look after a visit are to look at what its client answered afterwards.
     *
     * @param answer tells several about one visit apart
     */
    public List<Notification> attention(Visit visit, long answer, Instant at, Instant now) {
        return staffNews(MessageKind.ATTENTION, new VisitChange(What.COMPLETED, Side.CLIENT, visit, at), answer, now);
    }

    private List<Notification> staffNews(MessageKind kind, VisitChange change, Instant now) {
        return staffNews(kind, change, change.visit().sequence(), now);
    }

    private List<Notification> staffNews(MessageKind kind, VisitChange change, long revision, Instant now) {
        Instant usefulUntil = usefulUntil(kind, change);
        Progress progress = newsProgress(change, usefulUntil, now);
        return staff.stream()
                // Nobody is told of what they did themselves.
                .filter(account -> !account.equals(change.account()))
                .map(account -> new Draft(
                                kind,
                                new Timing.AtOnce(),
                                List.of(Channel.EMAIL),
                                Reach.ALL,
                                Recipient.member(account),
                                change.visit(),
                                now,
                                change.at(),
                                usefulUntil,
                                true,
                                progress)
                        .on(Channel.EMAIL, List.of(), revision))
                .toList();
    }

    private static Progress newsProgress(VisitChange change, Instant usefulUntil, Instant now) {
        if (change.toldBefore()) {
            return new Skipped(Reason.ALREADY_TOLD, now);
        }
        return now.isBefore(usefulUntil) ? new Planned() : new Skipped(Reason.TOO_LATE, now);
    }

    private List<Notification> timed(MessageKind kind, VisitChange change, Instant now) {
        return rules.of(kind).stream()
                .map(rule -> timed(rule, change, now))
                .flatMap(draft -> draft.onItsChannels().stream())
                .toList();
    }

    private Draft timed(MessageRule rule, VisitChange change, Instant now) {
        Visit visit = change.visit();
        Instant wanted = rule.timing().dueFor(visit);
        Instant usefulUntil =
                rule.kind().isBeforeVisit() ? usefulUntil(rule, visit) : wanted.plus(FOLLOW_UPS_ARE_OLD_AFTER);
        Instant going = outsideTheNight(wanted, usefulUntil, visit.clientZone());
        @Nullable Reason skip = whyNot(rule.kind(), change, going, usefulUntil, now);
        Progress progress;
        Instant settled = later(going, change.at().plus(CHANGES_ARE_SETTLED_AFTER));
        if (skip == Reason.TOO_CLOSE_TO_CONFIRMATION && mayComeToNothing(change) && settled.isBefore(usefulUntil)) {
            progress = new Held(Reason.STILL_CHANGING, settled);
        } else if (skip != null) {
            progress = new Skipped(skip, now);
        } else {
            progress = going.isAfter(wanted) ? new Held(Reason.QUIET_HOURS, going) : new Planned();
        }
        // What is put off keeps the time it was wanted at; what goes earlier is due earlier.
        Instant due = going.isBefore(wanted) ? going : wanted;
        return new Draft(rule, Recipient.CLIENT, visit, now, due, usefulUntil, false, progress);
    }

    /** Until the visit starts, or a later one of its kind goes wherever this one goes: two at once say no more than one. */
    private Instant usefulUntil(MessageRule rule, Visit visit) {
        Instant wanted = rule.timing().dueFor(visit);
        return rules.of(rule.kind()).stream()
                .filter(other -> other.channels().containsAll(rule.channels()))
                .map(other -> other.timing().dueFor(visit))
                .filter(due -> due.isAfter(wanted))
                .min(Instant::compareTo)
                .orElse(visit.start());
    }

    /** In the morning where that leaves time enough, else in the evening before. */
    private static Instant outsideTheNight(Instant wanted, Instant usefulUntil, ZoneId zone) {
        QuietHours night = QuietHours.AT_NIGHT;
        if (!night.contains(wanted, zone)) {
            return wanted;
        }
        Instant morning = night.morningAfter(wanted, zone);
        return morning.plus(NOTICE).isAfter(usefulUntil) ? night.eveningBefore(wanted, zone) : morning;
    }

    private static @Nullable Reason whyNot(
            MessageKind kind, VisitChange change, Instant going, Instant usefulUntil, Instant now) {
        if (change.toldBefore() && !going.isAfter(now)) {
            return Reason.ALREADY_TOLD;
        }
        if (kind.isBeforeVisit() && going.isBefore(change.at().plus(APART_FROM_NEWS))) {
            return Reason.TOO_CLOSE_TO_CONFIRMATION;
        }
        return now.isBefore(usefulUntil) ? null : Reason.TOO_LATE;
    }

    /**
     * What the visit sets a time for from now on. A correction may open a further channel to the client: what is planned
     * already stays as it is.
     */
    private static List<MessageKind> timedBy(VisitChange change) {
        Visit visit = change.visit();
        return switch (change.what()) {
            case CONFIRMED, MOVED, CORRECTED -> {
                if (visit.status() != VisitStatus.CONFIRMED) {
                    yield List.of();
                }
                yield visit.needs().intake()
                        ? List.of(MessageKind.REMINDER, MessageKind.INTAKE_MISSING)
                        : List.of(MessageKind.REMINDER);
            }
            case COMPLETED ->
                visit.links().review() == null
                        ? List.of(MessageKind.FOLLOW_UP)
                        : List.of(MessageKind.FOLLOW_UP, MessageKind.REVIEW_REQUEST);
            case REQUESTED,
                    PROPOSED,
                    MOVE_ASKED,
                    NOT_MOVED,
                    DECLINED,
                    CANCELLED,
                    EXPIRED,
                    REQUEST_WAITING,
                    CHECKED_IN,
                    NO_SHOW,
                    INTAKE_RECEIVED,
                    LINK_REVOKED,
                    ALTERNATIVES_OFFERED,
                    OFFERED,
                    OFFER_OVER,
                    PLAN_PROPOSED,
                    NEXT_VISIT_DUE -> List.of();
        };
    }

    /**
     * What the client is told. Saying no is no news to whoever said it; whoever came knows it, and whoever did not come
     * is told by people.
     */
    private static Optional<MessageKind> newsOf(VisitChange change) {
        boolean byClient = change.by() == Side.CLIENT;
        return switch (change.what()) {
            case REQUESTED -> Optional.of(MessageKind.REQUEST_RECEIVED);
            case PROPOSED -> Optional.of(MessageKind.PROPOSAL);
            case CONFIRMED -> Optional.of(MessageKind.CONFIRMATION);
            case MOVED -> Optional.of(moved(change));
            case MOVE_ASKED -> byClient ? Optional.empty() : Optional.of(MessageKind.MOVE_PROPOSED);
            case NOT_MOVED -> byClient ? Optional.empty() : Optional.of(MessageKind.NOT_MOVED);
            case DECLINED -> byClient ? Optional.empty() : Optional.of(MessageKind.DECLINED);
            case CANCELLED -> Optional.of(MessageKind.CANCELLATION);
            case EXPIRED -> Optional.of(MessageKind.EXPIRED);
            case LINK_REVOKED -> Optional.of(MessageKind.NEW_LINK);
            case ALTERNATIVES_OFFERED -> Optional.of(MessageKind.ALTERNATIVES);
            case OFFERED -> Optional.of(MessageKind.OFFER);
            case PLAN_PROPOSED -> Optional.of(MessageKind.PLAN_TO_AGREE);
            case NEXT_VISIT_DUE -> Optional.of(MessageKind.NEXT_VISIT_DUE);
            // That an offer is over its page says.
            case CORRECTED, REQUEST_WAITING, CHECKED_IN, COMPLETED, NO_SHOW, INTAKE_RECEIVED, OFFER_OVER ->
                Optional.empty();
        };
    }

    private static MessageKind moved(VisitChange change) {
        if (change.visit().status() == VisitStatus.REQUESTED) {
            return MessageKind.REQUEST_RECEIVED;
        }
        return change.by() == Side.STAFF ? MessageKind.CHANGED : MessageKind.MOVED;
    }

    /** Of what staff change and take back nobody hears, so nothing else may be left out for it. */
    private static boolean mayComeToNothing(VisitChange change) {
        return newsOf(change).filter(MessageKind.CHANGED::equals).isPresent();
    }

    /** Receipts of the client's own act and the therapist's answers are waited for, also at night. */
    private static boolean atNight(VisitChange change) {
        return switch (change.what()) {
            case REQUESTED, PROPOSED, CONFIRMED, NOT_MOVED, DECLINED, LINK_REVOKED -> true;
            case MOVED,
                    MOVE_ASKED,
                    CANCELLED,
                    EXPIRED,
                    CORRECTED,
                    REQUEST_WAITING,
                    CHECKED_IN,
                    COMPLETED,
                    NO_SHOW,
                    INTAKE_RECEIVED,
                    ALTERNATIVES_OFFERED,
                    OFFERED,
                    OFFER_OVER,
                    PLAN_PROPOSED,
                    NEXT_VISIT_DUE -> change.by() == Side.CLIENT;
        };
    }

    /** That a visit will take place is of no use once it has begun; that it will not is told even then. */
    private static Instant usefulUntil(MessageKind kind, VisitChange change) {
        Visit visit = change.visit();
        Instant until = change.at().plus(NEWS_IS_OLD_AFTER);
        if (kind.promisesTheTime()) {
            until = earlier(until, visit.start());
        }
        @Nullable Instant decideBy = visit.needs().decideBy();
        if (kind.asksToDecide() && decideBy != null) {
            until = earlier(until, decideBy);
        }
        boolean asksForAnswer = kind == MessageKind.REQUEST_WAITING || kind == MessageKind.REQUEST_STILL_WAITING;
        @Nullable Instant answerBy = visit.needs().answerBy();
        return asksForAnswer && answerBy != null ? earlier(until, answerBy) : until;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A message before its channel is chosen. */
    private record Draft(
            MessageKind kind,
            Timing timing,
            List<Channel> channels,
            Reach reach,
            Recipient recipient,
            Visit visit,
            Instant now,
            Instant due,
            Instant usefulUntil,
            boolean atNight,
            Progress progress) {

        Draft(
                MessageRule rule,
                Recipient recipient,
                Visit visit,
                Instant now,
                Instant due,
                Instant usefulUntil,
                boolean atNight,
                Progress progress) {
            this(
                    rule.kind(),
                    rule.timing(),
                    rule.channels(),
                    rule.reach(),
                    recipient,
                    visit,
                    now,
                    due,
                    usefulUntil,
                    atNight,
                    progress);
        }

        List<Notification> onItsChannels() {
            List<Channel> reaching = channels.stream()
                    .filter(channel -> visit.addressOn(channel).isPresent())
                    .toList();
            if (reaching.isEmpty()) {
                return channels.isEmpty() || visit.isReachable() ? List.of() : List.of(toNobody());
            }
            return switch (reach) {
                case ALL ->
                    reaching.stream().map(channel -> on(channel, List.of())).toList();
                case FIRST -> List.of(on(reaching.getFirst(), reaching.subList(1, reaching.size())));
            };
        }

        private Notification toNobody() {
            Progress skipped = new Skipped(Reason.NO_CONSENT, now);
            return new Draft(kind, timing, channels, reach, recipient, visit, now, due, usefulUntil, atNight, skipped)
                    .on(channels.getFirst(), List.of());
        }

        Notification on(Channel channel, List<Channel> otherwise) {
            return on(channel, otherwise, timing instanceof Timing.AtOnce ? visit.sequence() : visit.timeRevision());
        }

        Notification on(Channel channel, List<Channel> otherwise, long revision) {
            return new Notification(
                    NotificationId.of(visit.id(), kind, timing, revision, recipient, channel),
                    kind,
                    channel,
                    recipient,
                    About.of(visit),
                    now,
                    due,
                    usefulUntil,
                    progress,
                    false,
                    1,
                    progress instanceof Skipped ? 1 : 0,
                    atNight,
                    otherwise,
                    null,
                    null);
        }
    }
}

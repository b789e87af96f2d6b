package org.bodywork.notifications.notification.application;

import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.application.StaffLetters.StaffLetter;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.MaskedAddress;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What staff may see of the messages about a visit, and of the letters to their colleagues. */
public final class Ledger {

    /** More than a season of agendas. */
    private static final int MOST_LETTERS = 100;

    private final Notifications notifications;
    private final StaffLetters letters;
    private final Visits visits;
    private final Staff staff;
    private final Suppressions suppressions;
    private final BusinessClock clock;

    public Ledger(
            Notifications notifications,
            StaffLetters letters,
            Visits visits,
            Staff staff,
            Suppressions suppressions,
            BusinessClock clock) {
        this.notifications = notifications;
        this.letters = letters;
        this.visits = visits;
        this.staff = staff;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /**
     * A message and, masked, where it went or will go; not of what staff are told.
     *
     * @param resendable whether staff may have it sent once more, as things stand
     */
    public record Row(Notification notification, Optional<MaskedAddress> recipient, boolean resendable) {}

    /**
     * How the client can be reached on one channel.
     *
     * @param stopped whether nothing is sent there any more, because its owner or the provider said so
     */
    public record Reachable(Channel channel, MaskedAddress address, boolean agreed, boolean stopped) {}

    /**
     * All about one visit.
     *
     * @param agendas which told of its day
     */
    public record Page(List<Row> rows, List<StaffLetter> agendas, List<Reachable> client) {}

    /** Fails with {@link UnknownAppointment} when the visit is unknown or another practice's. */
    public Mono<Page> of(AppointmentId appointment, PracticeId practice) {
        return visits.find(appointment)
                .filter(visit -> visit.practice().equals(practice))
                .switchIfEmpty(Mono.error(() -> new UnknownAppointment(appointment)))
                .flatMap(visit -> reachable(visit).flatMap(client -> page(visit, client)));
    }

    /** Letters to a colleague, the newest first. Fails with {@link UnknownColleague}. */
    public Mono<List<StaffLetter>> lettersTo(String account, PracticeId practice) {
        return staff.colleague(account, practice)
                .switchIfEmpty(Mono.error(() -> new UnknownColleague(account)))
                .flatMap(colleague ->
                        letters.to(colleague.account(), MOST_LETTERS).collectList());
    }

    /** One message of a visit as it stands in the list. */
    public Mono<Row> row(Notification message, Visit visit) {
        return reachable(visit).map(client -> row(message, visit, client));
    }

    private Mono<Page> page(Visit visit, List<Reachable> client) {
        return Mono.zip(
                notifications
                        .about(visit.id())
                        .map(message -> row(message, visit, client))
                        .collectList(),
                letters.ofTheDayOf(visit).collectList(),
                (rows, agendas) -> new Page(rows, agendas, client));
    }

    private Mono<List<Reachable>> reachable(Visit visit) {
        return Flux.just(Channel.values())
                .concatMap(channel -> Mono.justOrEmpty(visit.client().addressOn(channel))
                        .flatMap(address -> suppressions
                                .contains(address)
                                .map(stopped -> new Reachable(
                                        channel,
                                        MaskedAddress.of(channel, address),
                                        visit.consent().covers(channel),
                                        stopped))))
                .collectList();
    }

    private Row row(Notification message, Visit visit, List<Reachable> client) {
        Optional<Reachable> there = client.stream()
                .filter(_ -> message.recipient().audience() == Audience.CLIENT)
                .filter(each -> each.channel() == message.channel() && each.agreed())
                .findFirst();
        boolean resendable = there.filter(each -> !each.stopped()).isPresent()
                && ResendMessage.objection(message, visit, clock.now()).isEmpty();
        return new Row(message, there.map(Reachable::address), resendable);
    }
}

package org.bodywork.notifications.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bodywork.notifications.delivery.application.Emails;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.letter.Letter;
import org.bodywork.notifications.notice.NoticeDocument.State;
import org.bodywork.notifications.notice.NoticeLetters.Entry;
import org.bodywork.notifications.notification.application.Staff;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.TherapistId;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/**
 * Emails a notice that is due. That an attempt begins is written first; one whose answer was lost is repeated under the
 * same Message-ID, and marked.
 */
final class DeliverNotice {

    private static final String SENDER = "Bodywork";

    private final Notices notices;
    private final Staff staff;
    private final Visits visits;
    private final TherapistNames therapists;
    private final Suppressions suppressions;
    private final Emails emails;
    private final NoticeLetters letters = new NoticeLetters();
    private final EventCipher cipher;
    private final BusinessClock clock;

    DeliverNotice(
            Notices notices,
            Staff staff,
            Visits visits,
            TherapistNames therapists,
            Suppressions suppressions,
            Emails emails,
            EventCipher cipher,
            BusinessClock clock) {
        this.notices = notices;
        this.staff = staff;
        this.visits = visits;
        this.therapists = therapists;
        this.suppressions = suppressions;
        this.emails = emails;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Fails while the mail server does not take it; it is then tried again as long as it is of use. */
    Mono<Void> deliver(NoticeDocument notice) {
        if (!notice.isUseful(clock.now())) {
            return notices.end(notice, State.EXPIRED, Reason.TOO_LATE);
        }
        return addresseeOf(notice)
                .singleOptional()
                .flatMap(addressee -> addressee
                        .map(known -> write(notice, known))
                        .orElseGet(() -> notices.end(notice, State.SKIPPED, Reason.NO_LONGER_STAFF)));
    }

    /** Whom it goes to. */
    private record Addressee(String email, Locale language) {}

    private Mono<Addressee> addresseeOf(NoticeDocument notice) {
        String sealed = notice.sealed();
        String locale = notice.locale();
        if (sealed != null && locale != null) {
            return Mono.fromCallable(() -> EventJson.read(
                            cipher.open(notice.id(), CredentialExpiring.TYPE, sealed),
                            CredentialExpiring.Contact.class))
                    .map(contact -> new Addressee(contact.email(), Locale.forLanguageTag(locale)));
        }
        return staff.find(notice.accountId()).map(member -> new Addressee(member.email(), member.language()));
    }

    private Mono<Void> write(NoticeDocument notice, Addressee to) {
        return suppressions
                .contains(to.email())
                .flatMap(stopped -> stopped
                        ? notices.end(notice, State.SKIPPED, Reason.OPTED_OUT)
                        : letterOf(notice, to.language())
                                .singleOptional()
                                .flatMap(letter -> letter.map(written -> send(notice, to.email(), written))
                                        .orElseGet(() -> notices.end(notice, State.SKIPPED, Reason.NOT_NEEDED))));
    }

    /** Nothing where there is nothing to tell. */
    private Mono<Letter> letterOf(NoticeDocument notice, Locale language) {
        LocalDate day = notice.localDay();
        return switch (notice.kind()) {
            case AGENDA ->
                visitsOf(notice, day)
                        .filter(known -> !known.isEmpty())
                        .map(known -> letters.agenda(
                                language,
                                day,
                                known.stream().map(Entry::of).toList(),
                                known.getFirst().links().console()));
            case CREDENTIAL_EXPIRING ->
                therapists
                        .nameOf(notice.therapistId())
                        .singleOptional()
                        .map(name -> letters.credential(language, name, day));
        };
    }

    private Mono<List<Visit>> visitsOf(NoticeDocument notice, LocalDate day) {
        ZoneId zone = ZoneId.of(notice.zone() == null ? "UTC" : notice.zone());
        return visits.confirmedWith(
                        new TherapistId(notice.therapistId()),
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant())
                .collectList();
    }

    private Mono<Void> send(NoticeDocument notice, String address, Letter letter) {
        String messageId = UUID.nameUUIDFromBytes(notice.id().getBytes(UTF_8)).toString();
        EmailMessage email =
                new EmailMessage(messageId, address, SENDER, null, letter.subject(), letter.asText(), letter.asHtml());
        return notices.begin(notice).then(emails.send(email)).flatMap(outcome -> settle(notice, outcome));
    }

    private Mono<Void> settle(NoticeDocument notice, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(String providerId) -> notices.sent(notice, providerId);
            case SendOutcome.Refused _ -> notices.end(notice, State.FAILED, Reason.REFUSED);
            case SendOutcome.NotNow _, SendOutcome.Away _ ->
                notices.notSent(notice).then(Mono.error(() -> new NotDelivered(notice.id())));
            case SendOutcome.Unclear _ -> Mono.error(() -> new NotDelivered(notice.id()));
        };
    }

    /** It is tried again. */
    static final class NotDelivered extends RuntimeException {

        NotDelivered(String id) {
            super("notice " + id + " was not taken");
        }
    }
}

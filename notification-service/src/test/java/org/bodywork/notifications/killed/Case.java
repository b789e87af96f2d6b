package org.bodywork.notifications.killed;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.VisitBuilder;
import org.bodywork.platform.devservices.mail.MailFault;
import org.bodywork.platform.devservices.sms.SmsFault;
import org.jspecify.annotations.Nullable;

/**
 * One message, how its provider meets it, and where its process is killed. Both processes know it by its number.
 *
 * @param fault what the provider does at its first attempt; none means that it takes the message
 */
record Case(
        int number, Step step, Channel channel, @Nullable Enum<?> fault) {

    /** Up to where the message has come when the process is killed. */
    enum Step {
        BEFORE_CLAIM,
        AFTER_CLAIM,
        BEFORE_CALL,
        AFTER_ANSWER,
        BEFORE_LEDGER
    }

    private record Way(Channel channel, @Nullable Enum<?> fault) {}

    private static final List<Way> WAYS = List.of(
            new Way(Channel.SMS, null),
            new Way(Channel.SMS, SmsFault.ERROR_AFTER_ACCEPT),
            new Way(Channel.SMS, SmsFault.TIMEOUT_AFTER_ACCEPT),
            new Way(Channel.SMS, SmsFault.ERROR_BEFORE),
            new Way(Channel.SMS, SmsFault.TOO_MANY),
            new Way(Channel.SMS, SmsFault.OPTED_OUT),
            new Way(Channel.EMAIL, null),
            new Way(Channel.EMAIL, MailFault.DROP_AFTER_ACCEPT),
            new Way(Channel.EMAIL, MailFault.TEMPFAIL),
            new Way(Channel.EMAIL, MailFault.REFUSE));

    /** Every step in every way. */
    static List<Case> all() {
        return IntStream.range(0, Step.values().length * WAYS.size())
                .mapToObj(number -> of(number, Step.values()[number / WAYS.size()], WAYS.get(number % WAYS.size())))
                .toList();
    }

    private static Case of(int number, Step step, Way way) {
        return new Case(number, step, way.channel(), way.fault());
    }

    static Case named(String visitOrAddress) {
        return all().stream()
                .filter(each ->
                        Stream.of(each.visit(), each.email(), each.phone()).anyMatch(visitOrAddress::equals))
                .findFirst()
                .orElseThrow();
    }

    /** The one that a message of the ledger is of. */
    static Case of(Notification message) {
        return named(message.about().appointment().value());
    }

    /** Whether it is refused for good. */
    boolean isRefused() {
        return fault == SmsFault.OPTED_OUT || fault == MailFault.REFUSE;
    }

    String visit() {
        return new UUID(0x5f1f8a4e3c864f0bL, 0x9d537f2f6d1c0000L + number).toString();
    }

    String address() {
        return channel == Channel.SMS ? phone() : email();
    }

    private String email() {
        return "case-%d@example.com".formatted(number);
    }

    private String phone() {
        return "+13145550%03d".formatted(number);
    }

    /** In words, for a failure. */
    @Override
    public String toString() {
        return "%s %s %s".formatted(step, channel, fault);
    }

    /** The visit that its message confirms. */
    VisitBuilder confirmed() {
        return VisitBuilder.aConfirmedVisit()
                .called(visit())
                .reachedAt(email(), phone())
                .agreeingTo(channel == Channel.EMAIL, channel == Channel.SMS);
    }
}

package org.bodywork.notifications.notification.application;

import java.net.URI;
import java.time.Duration;
import org.bodywork.notifications.notification.domain.Client;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Reader;
import org.bodywork.notifications.notification.domain.Visit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds who reads a message, as they are known at the moment. */
public final class Readers {

    private final Staff staff;

    public Readers(Staff staff) {
        this.staff = staff;
    }

    /** The reader; nothing when there is nobody any more. */
    Mono<Reader> of(Notification message, Visit visit) {
        @Nullable String account = message.recipient().account();
        return account == null ? client(message, visit) : member(account, message, visit);
    }

    private static Mono<Reader> client(Notification message, Visit visit) {
        Client client = visit.client();
        return Mono.justOrEmpty(visit.addressOn(message.channel()))
                .map(address -> new Reader(client.name(), address, client.language(), link(message, visit)));
    }

    private Mono<Reader> member(String account, Notification message, Visit visit) {
        return staff.find(account)
                .map(member -> new Reader(null, member.email(), member.language(), link(message, visit)));
    }

    private static URI link(Notification message, Visit visit) {
        if (message.kind() == MessageKind.FOLLOW_UP) {
            return visit.links().howAreYou(Duration.between(visit.end(), message.due()));
        }
        return visit.links().forReader(message.kind(), message.recipient());
    }
}

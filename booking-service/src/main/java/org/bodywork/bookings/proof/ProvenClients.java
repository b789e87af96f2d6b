package org.bodywork.bookings.proof;

import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is remembered of whoever has proven in this browser who they are; without proof everybody is new. */
@Component
public final class ProvenClients {

    private final ProofSession sessions;
    private final Recognition recognition;
    private final ClientRecords clients;

    ProvenClients(ProofSession sessions, Recognition recognition, ClientRecords clients) {
        this.sessions = sessions;
        this.recognition = recognition;
        this.clients = clients;
    }

    /** Only of the address that was proven: typing somebody else's shows and changes nothing of theirs. */
    public Mono<ClientHistory> historyOf(String email, ServerWebExchange exchange) {
        return Mono.justOrEmpty(sessions.clientOf(exchange))
                .filter(client -> EmailAddress.parse(email)
                        .map(recognition::refOf)
                        .filter(client::equals)
                        .isPresent())
                .flatMap(clients::historyOf)
                .defaultIfEmpty(ClientHistory.NONE);
    }

    public Mono<Asking> asking(TherapistId therapist, ServerWebExchange exchange) {
        return Mono.justOrEmpty(sessions.clientOf(exchange))
                .flatMap(clients::historyOf)
                .map(history -> history.knows(therapist) ? Asking.RETURNING_CLIENT : Asking.ANYBODY)
                .defaultIfEmpty(Asking.ANYBODY);
    }
}

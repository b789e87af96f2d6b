package org.bodywork.bookings.console;

import java.util.Objects;
import java.util.Optional;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.platform.security.Caller;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.server.ServerWebExchange;

/**
 * The member of staff who is signed in to the console.
 *
 * @param caller who the token speaks for
 * @param colleague whose visits are theirs to see and change
 * @param token as other services take it, on behalf of this person only
 */
public record Staff(Caller caller, Colleague colleague, String token) {

    private static final String ATTRIBUTE = Staff.class.getName();

    /** Fails where the token is of an account that neither treats clients nor leads a practice. */
    static Staff of(Jwt token) {
        Caller caller = Caller.of(token);
        return new Staff(caller, Colleagues.of(caller), token.getTokenValue());
    }

    /** Whether the token is of an account that treats clients or leads a practice. */
    static boolean isOne(Jwt token) {
        try {
            of(token);
            return true;
        } catch (AccessDeniedException neither) {
            return false;
        }
    }

    /** Who is signed in: {@link ConsoleGuard} lets nobody else come to a page of the console. */
    public static Staff in(ServerWebExchange exchange) {
        return Objects.requireNonNull(exchange.getAttribute(ATTRIBUTE), "The console's guard has not run");
    }

    void enter(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** As a therapist; empty for whoever only leads the practice. */
    public Optional<Colleague.Therapist> treating() {
        return Colleagues.treating(caller);
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "staff " + caller.subject();
    }
}

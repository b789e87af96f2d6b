package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.application.ReadAudit;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Status;
import org.jspecify.annotations.Nullable;

/**
 * One step of a visit's audit trail.
 *
 * @param reason what staff gave as the reason
 * @param before absent for the first step, and where nothing about the visit changed
 * @param wanted the time that somebody asks to move to
 * @param overridden the rules of the listing that staff set aside
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditStepView(
        Instant at,
        ActorView actor,
        String action,
        @Nullable String reason,
        @Nullable StandView before,
        @Nullable StandView after,
        @Nullable Instant wanted,
        @Nullable List<String> overridden) {

    static AuditStepView of(ReadAudit.Step step) {
        return new AuditStepView(
                step.at(),
                ActorView.of(step.by()),
                step.action(),
                step.reason(),
                StandView.of(step.before()),
                StandView.of(step.after()),
                step.wanted(),
                step.waived().isEmpty()
                        ? null
                        : step.waived().stream().map(Enum::name).sorted().toList());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActorView(Actor.Kind kind, @Nullable String accountId) {

        static ActorView of(Actor actor) {
            return new ActorView(actor.kind(), actor.accountId());
        }
    }

    /** How the visit stood. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StandView(Status status, @Nullable Instant start, String therapistId) {

        static @Nullable StandView of(ReadAudit.@Nullable Stand stand) {
            return stand == null
                    ? null
                    : new StandView(
                            stand.status(), stand.start(), stand.therapist().toString());
        }
    }
}

package org.bodywork.notifications.notification.adapter.mongo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.notification.domain.Progress;
import org.bodywork.notifications.notification.domain.Reason;
import org.jspecify.annotations.Nullable;

/** Progress as stored: the state's name and what that state carries. */
record ProgressDocument(
        State state,
        @Nullable Instant at,
        @Nullable String providerId,
        @Nullable Reason reason,
        @Nullable String fingerprint) {

    enum State {
        PLANNED,
        HELD,
        SENDING,
        SENT,
        DELIVERED,
        FAILED,
        SKIPPED,
        EXPIRED
    }

    static ProgressDocument of(Progress progress) {
        return switch (progress) {
            case Progress.Planned _ -> new ProgressDocument(State.PLANNED, null, null, null, null);
            case Progress.Held(Reason reason, Instant until) ->
                new ProgressDocument(State.HELD, until, null, reason, null);
            case Progress.Sending(Instant since, Fingerprint fingerprint) ->
                new ProgressDocument(State.SENDING, since, null, null, fingerprint.value());
            case Progress.Sent(String providerId, Instant at) ->
                new ProgressDocument(State.SENT, at, providerId, null, null);
            case Progress.Delivered(String providerId, Instant at) ->
                new ProgressDocument(State.DELIVERED, at, providerId, null, null);
            case Progress.Failed(Reason reason, Instant at) ->
                new ProgressDocument(State.FAILED, at, null, reason, null);
            case Progress.Skipped(Reason reason, Instant at) ->
                new ProgressDocument(State.SKIPPED, at, null, reason, null);
            case Progress.Expired(Reason reason, Instant at) ->
                new ProgressDocument(State.EXPIRED, at, null, reason, null);
        };
    }

    Progress asProgress() {
        return switch (state) {
            case PLANNED -> new Progress.Planned();
            case HELD -> new Progress.Held(requireNonNull(reason), requireNonNull(at));
            case SENDING -> new Progress.Sending(requireNonNull(at), new Fingerprint(requireNonNull(fingerprint)));
            case SENT -> new Progress.Sent(requireNonNull(providerId), requireNonNull(at));
            case DELIVERED -> new Progress.Delivered(requireNonNull(providerId), requireNonNull(at));
            case FAILED -> new Progress.Failed(requireNonNull(reason), requireNonNull(at));
            case SKIPPED -> new Progress.Skipped(requireNonNull(reason), requireNonNull(at));
            case EXPIRED -> new Progress.Expired(requireNonNull(reason), requireNonNull(at));
        };
    }
}

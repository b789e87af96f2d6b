package org.bodywork.notifications.notification.domain;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people can open about a visit. All are made of the client's own link, so they lie on the same site.
 *
 * @param manage the client's secret link
 * @param answers by account, what a member of staff answers the client with, without signing in
 * @param review where the client can tell others how it was, once the visit is over
 */
public record Links(
        URI manage, Map<String, URI> answers, @Nullable URI review) {

    public Links {
        answers = Map.copyOf(answers);
    }

    public static Links of(URI manage) {
        return new Links(manage, Map.of(), null);
    }

    /** Where staff sign in. */
    public URI console() {
        return manage.resolve("../console");
    }

    /** Where the client finds what may help between visits. */
    private URI after() {
        return URI.create(manage + "/after");
    }

    /** Where a secret of this kind is opened. */
    public static URI beside(URI manage, String kind, String secret) {
        return manage.resolve("../" + kind + "/" + secret);
    }

    /** What a message of this kind lets its reader do next. */
    public URI forReader(MessageKind kind, Recipient recipient) {
        return switch (kind) {
            case REQUEST_WAITING, REQUEST_STILL_WAITING ->
                recipient.account() == null ? console() : answers.getOrDefault(recipient.account(), console());
            case NEW_BOOKING, VISIT_CANCELLED, VISIT_MOVED, VISIT_STAYS, REVIEW_NEEDED -> console();
            case REVIEW_REQUEST -> review == null ? manage : review;
            case FOLLOW_UP -> after();
            case REQUEST_RECEIVED,
                    CONFIRMATION,
                    PROPOSAL,
                    MOVED,
                    CHANGED,
                    MOVE_PROPOSED,
                    NOT_MOVED,
                    DECLINED,
                    CANCELLATION,
                    EXPIRED,
                    NEW_LINK,
                    REMINDER,
                    INTAKE_MISSING -> manage;
        };
    }

    /** Gives nothing away: whoever knows a link can use it. */
    @Override
    public String toString() {
        return "links";
    }
}

package org.bodywork.notifications.notification.domain;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people can open about a visit, an offer or a plan. All are made of the client's own link, so they lie on the same
 * site.
 *
 * @param manage the client's secret link
 * @param answers by account, what a member of staff answers the client with, without signing in
 * @param review where the client can tell others how it was, once the visit is over
 * @param pages what else there is to open
 */
public record Links(
        URI manage, Map<String, URI> answers, @Nullable URI review, Map<Page, URI> pages) {

    /** The first asks how the client is, and the second once more. */
    private static final Duration FIRST_ASKED_UNTIL = Duration.ofDays(2);

    /** What is opened by a secret of its own. */
    public enum Page {
        /** How the client is a day after the visit. */
        SCORE_DAY_1("scores"),
        SCORE_DAY_3("scores"),
        /** Others who could look after the client, held for a while. */
        HANDOVER("handover"),
        /** All visits that were booked together. */
        SERIES("series");

        private final String folder;

        Page(String folder) {
            this.folder = folder;
        }
    }

    public Links {
        answers = Map.copyOf(answers);
        pages = Map.copyOf(pages);
    }

    /** Without further pages. */
    public Links(URI manage, Map<String, URI> answers, @Nullable URI review) {
        this(manage, answers, review, Map.of());
    }

    public static Links of(URI manage) {
        return new Links(manage, Map.of(), null);
    }

    /** Where staff sign in. */
    public URI console() {
        return manage.resolve("../console");
    }

    /** Where the client finds what may help between visits. */
    public URI after() {
        return URI.create(manage + "/after");
    }

    /** Where a secret of this kind is opened. */
    public static URI beside(URI manage, String kind, String secret) {
        return manage.resolve("../" + kind + "/" + secret);
    }

    /** Where a page is opened with its secret. */
    public static URI beside(URI manage, Page page, String secret) {
        return beside(manage, page.folder, secret);
    }

    /** Where whoever booked several visits together finds them all. */
    public URI series() {
        return pages.getOrDefault(Page.SERIES, manage);
    }

    /** Where the client says how they are, so long after the visit; else what may help between visits. */
    public URI howAreYou(Duration sinceEnd) {
        Page page = sinceEnd.compareTo(FIRST_ASKED_UNTIL) < 0 ? Page.SCORE_DAY_1 : Page.SCORE_DAY_3;
        return pages.getOrDefault(page, after());
    }

    /** What a message of this kind lets its reader do next. */
    public URI forReader(MessageKind kind, Recipient recipient) {
        return switch (kind) {
            case REQUEST_WAITING, REQUEST_STILL_WAITING ->
                recipient.account() == null ? console() : answers.getOrDefault(recipient.account(), console());
            case NEW_BOOKING, VISIT_CANCELLED, VISIT_MOVED, VISIT_STAYS, REVIEW_NEEDED, ATTENTION -> console();
            case REVIEW_REQUEST -> review == null ? manage : review;
            case FOLLOW_UP -> after();
            case ALTERNATIVES -> pages.getOrDefault(Page.HANDOVER, manage);
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
                    INTAKE_MISSING,
                    OFFER,
                    PLAN_TO_AGREE,
                    NEXT_VISIT_DUE -> manage;
        };
    }

    /** Gives nothing away: whoever knows a link can use it. */
    @Override
    public String toString() {
        return "links";
    }
}

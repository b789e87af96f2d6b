package org.bodywork.bookings.waitlist.domain;

/** What became of an offer; the names are part of the published contract, apart from the first. */
public enum OfferOutcome {
    /** It still can be taken. */
    OPEN,
    TAKEN,
    DECLINED,
    UNANSWERED,
    /** The time could no longer be had, or the person has left. */
    WITHDRAWN
}

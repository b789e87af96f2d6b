package org.bodywork.therapists.listing.domain;

/** Only what is published is shown and can be booked. */
public enum ListingStatus {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}

package org.bodywork.therapists.listing.domain;

/** Who may book a treatment. */
public enum Clients {
    ANY,
    NEW,
    RETURNING
}

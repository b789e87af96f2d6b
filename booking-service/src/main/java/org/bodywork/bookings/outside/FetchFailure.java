package org.bodywork.bookings.outside;

/** Why an outside calendar was not read; its owner is told. */
final class FetchFailure extends RuntimeException {

    private final Kind kind;

    FetchFailure(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The names are part of the API. */
    enum Kind {
        /** Nobody answers there. */
        UNREACHABLE,
        /** The answer took too long. */
        TOO_SLOW,
        /** It leads to no public address, or to one without TLS. */
        NOT_ALLOWED,
        /** Somebody answers, and not with a calendar: it may have been taken back. */
        REFUSED,
        TOO_LARGE,
        /** What came is no calendar, or says more than can be read. */
        NOT_READABLE
    }
}

package org.bodywork.notifications.notification.domain;

/** Why a message was not sent, or did not arrive. */
public enum Reason {
    /** The client agreed to no channel on which they can be reached. */
    NO_CONSENT,
    /** The recipient asked not to be written to any more. */
    OPTED_OUT,
    /** The reminder would have come right after the confirmation. */
    TOO_CLOSE_TO_CONFIRMATION,
    /** By now the message would be of no use. */
    TOO_LATE,
    /** The visit no longer takes place. */
    CANCELLED,
    /** The visit has another time now. */
    MOVED,
    /** Something newer happened, and the message would no longer be true. */
    OVERTAKEN,
    /** There is no such address or number. */
    BAD_ADDRESS,
    /** The provider refused it for good. */
    REFUSED,
    /** The provider took it and could not deliver it. */
    UNDELIVERED,
    /** Whether the provider has it could not be found out. */
    OUTCOME_UNKNOWN
}

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
    /** It would have come at night, and by the morning it would be of no use. */
    QUIET_HOURS,
    /** The number got a reminder today. */
    DAILY_CAP,
    /** The number got as many reminders this week as it may. */
    WEEKLY_CAP,
    /** Everything had been told before this service lost or first built its store. */
    ALREADY_TOLD,
    /** The message about a visit that was booked with it told of this one as well. */
    TOLD_TOGETHER,
    /** What was told last is what is true. */
    NOTHING_NEW,
    /** Staff have just changed the visit: whether that stands, and is told, shows when they have rested. */
    STILL_CHANGING,
    /** The practice's rules ask for it no more. */
    RULE_REMOVED,
    /** What it asks for is done. */
    NOT_NEEDED,
    /** The recipient does not work there any more. */
    NO_LONGER_STAFF,
    /** Whether the provider has it could not be found out. */
    OUTCOME_UNKNOWN;

    /** Whether another channel may do better. */
    boolean isOfTheChannel() {
        return switch (this) {
            case NO_CONSENT, OPTED_OUT, DAILY_CAP, WEEKLY_CAP, BAD_ADDRESS, REFUSED, UNDELIVERED -> true;
            case TOO_CLOSE_TO_CONFIRMATION,
                    TOO_LATE,
                    CANCELLED,
                    MOVED,
                    OVERTAKEN,
                    QUIET_HOURS,
                    ALREADY_TOLD,
                    NOTHING_NEW,
                    TOLD_TOGETHER,
                    STILL_CHANGING,
                    RULE_REMOVED,
                    NOT_NEEDED,
                    NO_LONGER_STAFF,
                    OUTCOME_UNKNOWN -> false;
        };
    }
}

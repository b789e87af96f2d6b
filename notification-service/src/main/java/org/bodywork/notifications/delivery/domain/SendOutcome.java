package org.bodywork.notifications.delivery.domain;

import java.time.Duration;

/** How one attempt to hand a message to its provider ended. */
public sealed interface SendOutcome {

    /** The provider has it and gave it this id. */
    record Accepted(String providerId) implements SendOutcome {}

    /** The provider will never take it; trying again changes nothing. */
    record Refused(Refusal refusal) implements SendOutcome {}

    /** The provider certainly does not have it; trying again may help, but not before {@code pause} has passed. */
    record NotNow(Duration pause) implements SendOutcome {}

    /** Nobody is there to take it. The provider certainly does not have it, and has nothing against it. */
    record Away() implements SendOutcome {}

    /** The provider may have it: the answer was lost. */
    record Unclear() implements SendOutcome {}

    /** Why a provider refuses for good. */
    enum Refusal {
        /** The recipient told the provider to stop. */
        OPTED_OUT,
        /** There is no such address or number, or it cannot take messages. */
        BAD_ADDRESS,
        /** Anything else the provider calls final. */
        OTHER
    }
}

package org.bodywork.therapists.claiming;

/** Why a claim goes no further. */
abstract sealed class ClaimRejection extends RuntimeException {

    private ClaimRejection(String message) {
        super(message, null, false, false);
    }

    static final class NoSuchPractice extends ClaimRejection {

        NoSuchPractice() {
            super("no such practice");
        }
    }

    static final class NoSuchClaim extends ClaimRejection {

        NoSuchClaim() {
            super("no such claim");
        }
    }

    /** It keeps its listing itself: its manager invites colleagues. */
    static final class AlreadyClaimed extends ClaimRejection {

        AlreadyClaimed() {
            super("the practice is claimed");
        }
    }

    /** As many as are read at all wait for the operator. */
    static final class TooManyClaims extends ClaimRejection {

        TooManyClaims() {
            super("too many claims of the practice");
        }
    }
}

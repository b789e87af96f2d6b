package org.bodywork.therapists.account.application;

/** Why an account is not shown, made or ended. */
public abstract sealed class StaffRejection extends RuntimeException {

    private StaffRejection(String message) {
        super(message, null, false, false);
    }

    /** Whoever asks may not do this to anybody, or no longer. */
    public static final class NotAllowed extends StaffRejection {

        public NotAllowed() {
            super("the account may not do this");
        }
    }

    /** There is none, or it is another practice's: nobody is told which. */
    public static final class NoSuchAccount extends StaffRejection {

        public NoSuchAccount() {
            super("no such account");
        }
    }

    /** Nobody ends their own account or changes its roles, so that somebody is always left who can undo it. */
    public static final class OwnAccount extends StaffRejection {

        public OwnAccount() {
            super("one's own account");
        }
    }

    /** The therapist is not listed at the practice. */
    public static final class NoSuchTherapist extends StaffRejection {

        public NoSuchTherapist() {
            super("no such therapist at this practice");
        }
    }
}

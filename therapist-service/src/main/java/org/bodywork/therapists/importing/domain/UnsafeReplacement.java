package org.bodywork.therapists.importing.domain;

/** Why a practice's listings are not replaced by a file. Nothing of it was imported. */
public abstract sealed class UnsafeReplacement extends RuntimeException {

    private UnsafeReplacement(String message) {
        super(message, null, false, false);
    }

    /** It lists nobody of this practice. */
    public static final class NobodyListed extends UnsafeReplacement {

        public NobodyListed() {
            super("the file lists nobody of this practice");
        }
    }

    /** More than half of those listed now are not named in it. */
    public static final class TooManyMissing extends UnsafeReplacement {

        private final int missing;
        private final int listed;

        public TooManyMissing(int missing, int listed) {
            super(missing + " of " + listed + " are not named in the file");
            this.missing = missing;
            this.listed = listed;
        }

        public int missing() {
            return missing;
        }

        public int listed() {
            return listed;
        }
    }

    /** It is too long to be one practice's. */
    public static final class TooManyRows extends UnsafeReplacement {

        private final int most;

        public TooManyRows(int most) {
            super("more than " + most + " rows");
            this.most = most;
        }

        public int most() {
            return most;
        }
    }
}

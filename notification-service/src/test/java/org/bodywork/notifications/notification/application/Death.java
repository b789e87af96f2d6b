package org.bodywork.notifications.notification.application;

/** Ends the process right after the n-th step that others can see: a write, or a provider's taking of a message. */
final class Death {

    private int stepsLeft = Integer.MAX_VALUE;

    void after(int steps) {
        stepsLeft = steps;
    }

    void mayCome() {
        stepsLeft--;
        if (stepsLeft == 0) {
            throw new Died();
        }
    }

    boolean came() {
        return stepsLeft <= 0;
    }

    /** The process is gone; nothing after this happens. */
    static final class Died extends RuntimeException {

        Died() {
            super("the process was killed", null, false, false);
        }
    }
}

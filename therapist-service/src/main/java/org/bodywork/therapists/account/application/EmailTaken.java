package org.bodywork.therapists.account.application;

/** Another account has this address already. */
public final class EmailTaken extends RuntimeException {

    public EmailTaken() {
        super("the address belongs to another account", null, false, false);
    }
}

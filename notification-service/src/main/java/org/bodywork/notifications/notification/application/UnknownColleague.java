package org.bodywork.notifications.notification.application;

/** Nobody of that account works at the practice of the one who asks. */
public final class UnknownColleague extends RuntimeException {

    UnknownColleague(String account) {
        super("no colleague " + account);
    }
}

package org.bodywork.notifications.notification.domain;

/** Whom a message is for. */
public enum Recipient {
    CLIENT
}

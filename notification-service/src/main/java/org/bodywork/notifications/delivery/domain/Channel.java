package org.bodywork.notifications.delivery.domain;

/** How a message reaches its recipient. */
public enum Channel {
    EMAIL,
    SMS
}

package org.bodywork.notifications.notification.domain;

/**
 * A member of staff had a message sent once more.
 *
 * @param of the message as it was planned at first
 * @param account who asked for it
 * @param request stands for the one request it came with, so that asking twice is asking once
 */
public record Resend(NotificationId of, String account, String request) {}

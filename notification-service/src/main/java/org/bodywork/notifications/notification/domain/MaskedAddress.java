package org.bodywork.notifications.notification.domain;

import org.bodywork.notifications.delivery.domain.Channel;

/** An address shown so that staff can tell which one it was, and nobody can write to it. */
public record MaskedAddress(String value) {

    private static final int DIGITS_SHOWN = 2;

    public static MaskedAddress of(Channel channel, String address) {
        return switch (channel) {
            case EMAIL -> new MaskedAddress(address.substring(0, firstCharacter(address)) + "***" + domain(address));
            case SMS -> new MaskedAddress("***" + address.substring(Math.max(0, address.length() - DIGITS_SHOWN)));
        };
    }

    private static int firstCharacter(String address) {
        return address.isEmpty() ? 0 : address.offsetByCodePoints(0, 1);
    }

    private static String domain(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at);
    }
}

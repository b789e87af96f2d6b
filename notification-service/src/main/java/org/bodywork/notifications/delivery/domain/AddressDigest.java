package org.bodywork.notifications.delivery.domain;

/** Names an address without giving it away: the same address always has the same name. */
@FunctionalInterface
public interface AddressDigest {

    String of(String address);
}

package org.bodywork.notifications.consent;

import java.util.Locale;
import org.bodywork.platform.crypto.Mac;

/** Stands for addresses without giving one away, so that what their owners chose may outlive an erasure. */
final class AddressDigests {

    private final Mac mac;

    AddressDigests(Mac mac) {
        this.mac = mac;
    }

    /** In hex; the same for every way to write one address. */
    String of(String address) {
        return mac.hex(address.strip().toLowerCase(Locale.ROOT));
    }

    /** As a digest is stored: beside its key's id. */
    String stored(String digest) {
        return mac.keyId() + ":" + digest;
    }

    /** As the digest of this address is stored. */
    String storedOf(String address) {
        return stored(of(address));
    }
}

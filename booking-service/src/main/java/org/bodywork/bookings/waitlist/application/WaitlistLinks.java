package org.bodywork.bookings.waitlist.application;

import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.OfferId;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.crypto.Mac;

/** The secret links of an entry and of an offer: computed, never stored; their SHA-256 is, to be found by. */
public final class WaitlistLinks {

    private final Mac mac;
    private final String base;

    /** Below that address. */
    public WaitlistLinks(Mac mac, String base) {
        this.mac = mac;
        this.base = base;
    }

    public String secretOf(EntryId entry) {
        return mac.base64Url("waitlist|" + entry);
    }

    public String secretOf(OfferId offer) {
        return mac.base64Url("offer|" + offer);
    }

    public String urlOf(EntryId entry) {
        return base + "/waitlist/" + secretOf(entry);
    }

    public String urlOf(OfferId offer) {
        return base + "/offers/" + secretOf(offer);
    }

    public String hashOf(EntryId entry) {
        return hash(secretOf(entry));
    }

    public String hashOf(OfferId offer) {
        return hash(secretOf(offer));
    }

    static String hash(String secret) {
        return Digests.sha256Hex(secret);
    }
}

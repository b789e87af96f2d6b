package org.bodywork.bookings.plan.application;

import java.net.URI;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.crypto.Mac;

/** The secret link a client reads a plan with. It is computed, never stored: only its SHA-256 is, to be found by. */
public final class PlanLinks {

    private final Mac mac;
    private final String base;

    public PlanLinks(Mac mac, URI publicUrl) {
        this.mac = mac;
        this.base = publicUrl.toString().replaceAll("/+$", "");
    }

    public String secretOf(PlanId plan) {
        return mac.base64Url("plan|" + plan + "|1");
    }

    public String urlOf(PlanId plan) {
        return base + "/plan/" + secretOf(plan);
    }

    public String hashOf(PlanId plan) {
        return hash(secretOf(plan));
    }

    public static String hash(String secret) {
        return Digests.sha256Hex(secret);
    }
}

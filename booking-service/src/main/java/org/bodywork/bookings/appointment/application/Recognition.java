package org.bodywork.bookings.appointment.application;

import java.text.Normalizer;
import java.util.Locale;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.platform.crypto.Mac;

/** Recognises clients and repeated requests by keyed hashes, so that neither is stored or sent to be recognised. */
public final class Recognition {

    private final Mac mac;

    public Recognition(Mac mac) {
        this.mac = mac;
    }

    /** Marks of the person treated. */
    public ClientMarks marksOf(EmailAddress email, String name) {
        return new ClientMarks(
                mac.base64Url("client|" + email.normalised()),
                mac.base64Url("person|" + email.normalised() + "|" + normalised(name)),
                mac.keyId());
    }

    /**
     * The fingerprint of a request.
     *
     * @param body what is asked for, always written the same way
     */
    public Fingerprint of(String idempotencyKey, String body) {
        return new Fingerprint(
                mac.keyId() + "." + mac.base64Url("request|" + idempotencyKey),
                mac.keyId() + "." + mac.base64Url("body|" + body));
    }

    private static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}

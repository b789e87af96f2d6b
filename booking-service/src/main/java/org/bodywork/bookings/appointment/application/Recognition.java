package org.bodywork.bookings.appointment.application;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.crypto.Mac;

/** Recognises clients and repeated requests by keyed hashes, so that neither is stored or sent to be recognised. */
public final class Recognition {

    private final Mac mac;

    public Recognition(Mac mac) {
        this.mac = mac;
    }

    /** Stands for whoever reads mail at that address. */
    public String refOf(EmailAddress email) {
        return mac.base64Url("client|" + email.normalised());
    }

    /** Marks of the person treated. */
    public ClientMarks marksOf(EmailAddress email, String name) {
        return new ClientMarks(
                refOf(email), mac.base64Url("person|" + email.normalised() + "|" + normalised(name)), mac.keyId());
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

    /**
     * Who is asking, as far as limits go.
     *
     * @param browser the token that the browser keeps
     */
    public Visitor visitor(String browser, InetAddress address) {
        return new Visitor(mac.base64Url("browser|" + browser), mac.base64Url("address|" + household(address)));
    }

    /** The lot by which one of several therapists is chosen who have as much to do; another one at another start. */
    String lotOf(TherapistId therapist, Instant start) {
        return mac.base64Url("lot|" + therapist + "|" + start);
    }

    /** The place in the order of ids that is begun at for that start. */
    TherapistId lotOf(Instant start) {
        return new TherapistId(
                UUID.nameUUIDFromBytes(mac.base64Url("lot|" + start).getBytes(StandardCharsets.US_ASCII)));
    }

    /** A household has one IPv4 address, and 2^64 of IPv6. */
    private static String household(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
    }

    private static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}

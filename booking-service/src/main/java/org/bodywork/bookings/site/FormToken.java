package org.bodywork.bookings.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bodywork.platform.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Shows that a form was drawn by this site for whoever sends it, so that no other site can send one in their name. It is
 * an end and a MAC over it and the owner; nothing is stored, and any instance can check it.
 */
@Component
public final class FormToken {

    /** The name of the hidden field. */
    public static final String FIELD = "formToken";

    /** How long a form may stay open, by the unmoved clock. */
    private static final Duration LIFE = Duration.ofHours(12);

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    private final Mac mac;
    private final Clock clock;

    FormToken(@Qualifier("linkMac") Mac mac, Clock clock) {
        this.mac = mac;
        this.clock = clock;
    }

    /**
     * The token for one who is shown a form.
     *
     * @param owner what only that browser sends, such as its cookie
     */
    public String of(String owner) {
        long end = clock.instant().plus(LIFE).getEpochSecond();
        return end + "." + code(owner, end);
    }

    /** Whether the form was drawn for that owner, not too long ago. */
    public boolean isGood(@Nullable String shown, String owner) {
        Matcher parts = SHAPE.matcher(shown == null ? "" : shown);
        if (!parts.matches()) {
            return false;
        }
        long end = Long.parseLong(parts.group(1));
        boolean ours = MessageDigest.isEqual(
                code(owner, end).getBytes(StandardCharsets.US_ASCII),
                parts.group(2).getBytes(StandardCharsets.US_ASCII));
        return ours && clock.instant().isBefore(Instant.ofEpochSecond(end));
    }

    private String code(String owner, long end) {
        return mac.base64Url("form|" + owner + "|" + end);
    }
}

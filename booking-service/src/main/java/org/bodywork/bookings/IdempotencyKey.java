package org.bodywork.bookings;

import java.util.List;
import java.util.regex.Pattern;
import org.bodywork.platform.web.InvalidRequest;
import org.springframework.http.HttpHeaders;

/** The header by which a repeated booking is recognised. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";
    public static final String REPLAYED = "Idempotent-Replayed";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{16,128}");

    private IdempotencyKey() {}

    public static String of(HttpHeaders headers) {
        List<String> given = headers.getOrEmpty(HEADER);
        if (given.size() != 1 || !VISIBLE.matcher(given.getFirst()).matches()) {
            throw new InvalidRequest("/" + HEADER, "Must be there once, with 16 to 128 visible ASCII characters.");
        }
        return given.getFirst();
    }
}

package org.bodywork.platform.web;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * A refusal as RFC 9457 describes it; immutable.
 *
 * @param type the slug that ends the problem type's URI, such as {@code slot-taken}: what a program decides by
 * @param status the HTTP status
 * @param title the same short sentence for every problem of this type
 * @param detail what happened here and, where possible, what to do; no personal data
 * @param errors each wrong field, for a 400
 * @param extra further members of the body, in this order
 * @param headers further headers of the response
 */
public record Problem(
        String type,
        int status,
        String title,
        String detail,
        List<FieldFault> errors,
        Map<String, Object> extra,
        Map<String, String> headers) {

    public Problem {
        errors = List.copyOf(errors);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
        headers = Map.copyOf(headers);
    }

    public Problem(
            String type, int status, String title, String detail, List<FieldFault> errors, Map<String, Object> extra) {
        this(type, status, title, detail, errors, extra, Map.of());
    }

    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(type, status, title, detail, List.of(), Map.of(), Map.of());
    }

    public static Problem invalid(List<FieldFault> errors) {
        return new Problem(
                "invalid-request",
                400,
                "The request is not valid",
                "See errors for each field that is wrong.",
                errors,
                Map.of(),
                Map.of());
    }

    public static Problem notFound(String detail) {
        return of(404, "not-found", "Not found", detail);
    }

    public static Problem conflict(String type, String title, String detail) {
        return of(409, type, title, detail);
    }

    /** For an edit of something that was changed since it was read: 412. */
    public static Problem outdated() {
        return of(
                412,
                "outdated",
                "Somebody else changed this meanwhile",
                "Read it again, and send the ETag it has now in If-Match.");
    }

    /** For limits: 429 with the wait in whole seconds, at least one. */
    public static Problem tooManyRequests(String detail, Duration wait) {
        return of(429, "too-many-requests", "Too many requests", detail).retryAfter(wait);
    }

    /** For a dependency that is away: 503 with the wait in whole seconds, at least one. */
    public static Problem unavailable(String detail, Duration wait) {
        return of(503, "unavailable", "Temporarily unavailable", detail).retryAfter(wait);
    }

    /** The same problem with one more member in its body. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extra);
        more.put(member, value);
        return new Problem(type, status, title, detail, errors, more, headers);
    }

    /** The same problem with one more header on its response. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(type, status, title, detail, errors, extra, more);
    }

    private Problem retryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}

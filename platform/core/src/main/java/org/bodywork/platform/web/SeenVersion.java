package org.bodywork.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The version of a thing as its ETag, and as the {@code If-Match} of an edit made on it (RFC 9110, 13.1.1). */
public final class SeenVersion {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    /** Nothing has it: what is no version of ours matches none. */
    private static final long NONE = -1;

    private SeenVersion() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version an edit was made on, negative for what is none.
     *
     * @throws ResponseStatusException 428 without the header: an edit must not overwrite what its maker never saw
     */
    public static long of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_REQUIRED);
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        return tag.matches() ? Long.parseLong(tag.group(1)) : NONE;
    }
}

package org.bodywork.bookings;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/** A member of staff at the console, in words: signed in, and sending forms as they were drawn. */
public final class Console {

    private static final String COOKIE = "bodywork-staff";
    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    private final BookingApi api;
    private final Map<String, String> headers;

    private Console(BookingApi api, String cookie) {
        this.api = api;
        this.headers = Map.of("Cookie", COOKIE + "=" + cookie);
    }

    /** Somebody whose access token is this. */
    public static Console of(String accessToken, BookingApi api) {
        Answer begun = api.post("/console/session", "{\"accessToken\": \"%s\"}".formatted(accessToken));
        if (begun.status() != 204) {
            throw new AssertionError("no session: " + begun.status());
        }
        return new Console(api, cookieOf(begun));
    }

    /** The value of the cookie that an answer sets. */
    public static String cookieOf(Answer answer) {
        return answer.headers().getOrEmpty("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cookie"));
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Answer open(String path) {
        return api.call(HttpMethod.GET, path, null, headers);
    }

    /** Sends a form to that path with the token that the page has drawn. */
    public Answer send(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("formToken", tokenOn(open(page)));
        return sendAsIs(path, all);
    }

    public Answer sendAsIs(String path, Map<String, String> fields) {
        return api.form(path, fields, headers);
    }

    public static String tokenOn(Answer page) {
        Matcher found = TOKEN.matcher(page.body().asString());
        if (!found.find()) {
            throw new AssertionError("no form on the page: " + page.status());
        }
        return found.group(1);
    }
}

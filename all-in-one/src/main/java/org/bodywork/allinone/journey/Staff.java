package org.bodywork.allinone.journey;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bodywork.allinone.http.Http;
import org.bodywork.allinone.process.Waiting;

/** How those who work at a practice come in: with a code sent by email. */
public final class Staff {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6,8}$");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final URI directory;
    private final Inbox inbox;
    private final Http http = Http.plain();

    public Staff(URI directory, Inbox inbox) {
        this.directory = directory;
        this.inbox = inbox;
    }

    /** Asks for a code, reads it from the mail, and hands it in for an access token. */
    public String signIn(String email) {
        int before = codes(email).size();
        String requestId = http.postJson(directory.resolve("/api/sign-in"), Map.of("email", email))
                .expect(ACCEPTED)
                .path("requestId")
                .asString();
        String code = codeIn(Waiting.until(
                        () -> codes(email),
                        found -> found.size() > before,
                        PATIENCE,
                        found -> "no code arrived for " + email)
                .getFirst());
        return http.postJson(
                        directory.resolve("/api/sign-in/confirm"),
                        Map.of("requestId", requestId, "email", email, "code", code))
                .expect(OK)
                .path("accessToken")
                .asString();
    }

    /** The titles of those messages that bring a code, the newest first; staff are written to about visits as well. */
    private List<String> codes(String email) {
        return Inbox.titles(inbox.of(email)).stream()
                .filter(title -> CODE.matcher(title).find())
                .toList();
    }

    private static String codeIn(String text) {
        Matcher code = CODE.matcher(text);
        if (!code.find()) {
            throw new IllegalStateException("the mail holds no code");
        }
        return code.group();
    }
}

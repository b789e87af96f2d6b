package org.bodywork.bookings.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bodywork.bookings.site.SiteLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** A page of the console to go back to. Whatever else is written into an address leads to the first page. */
record ConsolePath(String value) {

    static final ConsolePath HOME = new ConsolePath("/console/requests");

    private static final String SIGN_IN = "/console/sign-in";
    private static final int LONGEST = 500;
    private static final Pattern OURS = Pattern.compile("/console(/[A-Za-z0-9_-]+)*(\\?[A-Za-z0-9_=&:.%+-]*)?");

    static ConsolePath of(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(given ->
                        given.length() <= LONGEST && OURS.matcher(given).matches())
                .filter(given -> !given.startsWith(SIGN_IN))
                .map(ConsolePath::new)
                .orElse(HOME);
    }

    /** Where the request leads: the page itself, or the one with the form that was sent. */
    static ConsolePath of(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        String query = exchange.getRequest().getURI().getRawQuery();
        return switch (exchange.getRequest().getMethod().name()) {
            case "GET", "HEAD" -> of(query == null ? path : path + "?" + query);
            default -> of(path.substring(0, Math.max(path.lastIndexOf('/'), 0)));
        };
    }

    /** The page for signing in that comes back here. */
    String signIn(SiteLanguage language) {
        return SIGN_IN + "?next=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&" + SiteLanguage.PARAMETER
                + "=" + language.tag();
    }

    String in(SiteLanguage language) {
        String choice = SiteLanguage.PARAMETER + "=" + language.tag();
        return value.contains(choice) ? value : value + (value.contains("?") ? "&" : "?") + choice;
    }
}

package org.bodywork.bookings.console;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bodywork.bookings.site.FormToken;
import org.bodywork.bookings.site.PageKind;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.crypto.Digests;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Draws the pages of the console: {@link Pages} with its navigation, and the token that its forms send back. */
@Component
public final class ConsolePages {

    private final Pages pages;
    private final FormToken forms;

    ConsolePages(Pages pages, FormToken forms) {
        this.pages = pages;
        this.forms = forms;
    }

    /** A part of the console, which its navigation marks as the one that is open. */
    public enum Section {
        REQUESTS,
        CALENDAR,
        LISTING,
        CLIENTS,
        NUMBERS,
        NONE
    }

    /**
     * A page for whoever is signed in.
     *
     * @param values what the template is given besides {@code lang}, {@code section} and {@code formToken}
     */
    public Mono<ResponseEntity<String>> page(
            ServerWebExchange exchange, HttpStatus status, String template, Section section, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("section", section.name().toLowerCase(Locale.ROOT));
        all.put("formToken", forms.of(ownerOfForms(Staff.in(exchange).token())));
        return pages.page(PageKind.PRIVATE, exchange, status, template, languageOf(exchange), all);
    }

    /** To the page that shows what has become of it. */
    public ResponseEntity<String> onward(ServerWebExchange exchange, String path) {
        return onward(exchange, new ConsolePath(path));
    }

    ResponseEntity<String> onward(ServerWebExchange exchange, ConsolePath path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path.in(languageOf(exchange))))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    public SiteLanguage languageOf(ServerWebExchange exchange) {
        return SiteLanguage.of(exchange, null);
    }

    /** Each session has forms of its own. */
    static String ownerOfForms(String token) {
        return "staff|" + Digests.sha256Base64Url(token);
    }
}

package org.bodywork.bookings.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Draws pages that are for one reader only: nothing keeps them, no frame shows them, no script runs in them, and the
 * secret in their address does not travel with a click.
 */
@Component
public final class Pages {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final ITemplateEngine templates;
    private final SiteStyle style;

    Pages(ITemplateEngine templates, SiteStyle style) {
        this.templates = templates;
        this.style = style;
    }

    /**
     * A page.
     *
     * @param template its file among the pages, without ending
     * @param values what the template is given besides {@code lang} and {@code style}; {@code path}, where the page can be
     *     come back to, where that is not its own address
     */
    public Mono<ResponseEntity<String>> page(
            ServerWebExchange exchange,
            HttpStatus status,
            String template,
            SiteLanguage language,
            Map<String, ?> values) {
        // The first time, a template is read from the class path.
        return Mono.fromCallable(() -> draw(exchange, template, language, values))
                .subscribeOn(Schedulers.boundedElastic())
                .map(html -> answer(status).body(html));
    }

    /** To the page that shows what has become of it: reloading that one sends nothing again. */
    public ResponseEntity<String> onward(String path, SiteLanguage language) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path + "?" + SiteLanguage.PARAMETER + "=" + language.tag()))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private String draw(ServerWebExchange exchange, String template, SiteLanguage language, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>();
        all.put("path", exchange.getRequest().getPath().value());
        all.putAll(values);
        all.put("lang", language.tag());
        all.put("style", style.path());
        return templates.process(template, new Context(language.locale(), all));
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex");
    }
}

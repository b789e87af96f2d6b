package org.bodywork.bookings.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.bodywork.platform.crypto.Digests;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Draws pages and gives each the headers of its {@link PageKind}. */
@Component
public final class Pages {

    private static final String REFERRER = "Referrer-Policy";
    private static final String FRAMED = "framed";

    private final ITemplateEngine templates;
    private final SiteAssets assets;
    private final FrameSettings frames;

    Pages(ITemplateEngine templates, SiteAssets assets, FrameSettings frames) {
        this.templates = templates;
        this.assets = assets;
        this.frames = frames;
    }

    /** A page for whoever has a secret link, as {@link #page(PageKind, ServerWebExchange, HttpStatus, String, SiteLanguage, Map)}. */
    public Mono<ResponseEntity<String>> page(
            ServerWebExchange exchange,
            HttpStatus status,
            String template,
            SiteLanguage language,
            Map<String, ?> values) {
        return page(PageKind.SECRET, exchange, status, template, language, values);
    }

    /**
     * A page.
     *
     * @param template its file among the pages, without ending
     * @param values what the template is given besides {@code lang} and {@code asset}. The layout takes from them: {@code path},
     *     where the page can be come back to, where that is not its own address; {@code query}, what belongs to it besides
     *     the language, such as {@code area=maplewood&}; {@code scripts} and {@code styles}, names of assets; {@code card},
     *     the {@link PageCard} of a page for everybody; {@code framed}, true for a page without the way around the site, in a
     *     frame on a site that may have one
     */
    public Mono<ResponseEntity<String>> page(
            PageKind kind,
            ServerWebExchange exchange,
            HttpStatus status,
            String template,
            SiteLanguage language,
            Map<String, ?> values) {
        // The first time, a template is read from the class path.
        return Mono.fromCallable(() -> draw(exchange, template, language, values))
                .subscribeOn(Schedulers.boundedElastic())
                .map(html -> Boolean.TRUE.equals(values.get(FRAMED))
                        ? answer(PageKind.PRIVATE, frames.ancestors(), status, html)
                        : answer(kind, FrameSettings.NOWHERE, status, html));
    }

    /** For the link of a visit that opens none: why that may be, and what to do next. */
    public Mono<ResponseEntity<String>> noVisit(ServerWebExchange exchange) {
        Map<String, Object> words = Map.of("why", "no-link.visit.why", "next", "no-link.visit.next", "myVisits", true);
        return page(exchange, HttpStatus.NOT_FOUND, "no-link", SiteLanguage.of(exchange, null), words);
    }

    /** To the page that shows what has become of it: reloading that one sends nothing again. */
    public ResponseEntity<String> onward(String path, SiteLanguage language) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path + "?" + SiteLanguage.PARAMETER + "=" + language.tag()))
                .cacheControl(CacheControl.noStore())
                .header(REFERRER, "no-referrer")
                .build();
    }

    private String draw(ServerWebExchange exchange, String template, SiteLanguage language, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>();
        all.put("path", exchange.getRequest().getPath().value());
        all.put("query", "");
        all.putAll(values);
        all.put("lang", language.tag());
        all.put("asset", assets);
        return templates.process(template, new Context(language.locale(), all));
    }

    private static ResponseEntity<String> answer(PageKind kind, String ancestors, HttpStatus status, String html) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", kind.policy(ancestors));
        return (kind == PageKind.PUBLIC && status == HttpStatus.OK ? open(answer, html) : closed(answer)).body(html);
    }

    /** The tag is weak: the same words, compressed or not. */
    private static ResponseEntity.BodyBuilder open(ResponseEntity.BodyBuilder answer, String html) {
        return answer.cacheControl(CacheControl.noCache().cachePublic())
                .eTag("W/\"" + Digests.sha256Base64Url(html) + "\"")
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(REFERRER, "strict-origin-when-cross-origin");
    }

    private static ResponseEntity.BodyBuilder closed(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore().cachePrivate())
                .header(REFERRER, "no-referrer")
                .header("X-Robots-Tag", "noindex");
    }
}

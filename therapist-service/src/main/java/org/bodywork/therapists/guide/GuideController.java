package org.bodywork.therapists.guide;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.platform.web.PublicAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets anybody read the guide, in the language of {@code lang}, else of Accept-Language, else in English. */
@RestController
@RequestMapping("/api/guide")
class GuideController {

    private static final Duration FRESH_FOR = Duration.ofMinutes(5);

    private final Guide guide;

    GuideController(Guide guide) {
        this.guide = guide;
    }

    @GetMapping
    ResponseEntity<PagesView> all(@RequestParam(required = false) @Nullable String lang, ServerHttpRequest request) {
        GuideLanguage language = language(lang, request);
        return answer(language, list(guide.all(language)));
    }

    /** @param shelf {@code modalities}, {@code conditions}, {@code self-care} or {@code pages} */
    @GetMapping("/{shelf}")
    ResponseEntity<PagesView> shelf(
            @PathVariable String shelf,
            @RequestParam(required = false) @Nullable String lang,
            ServerHttpRequest request) {
        GuideLanguage language = language(lang, request);
        return answer(language, list(guide.on(known(shelf), language)));
    }

    @GetMapping("/{shelf}/{slug}")
    ResponseEntity<PageView> page(
            @PathVariable String shelf,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String lang,
            ServerHttpRequest request) {
        GuideLanguage language = language(lang, request);
        return guide.page(known(shelf), slug, language)
                .map(page -> answer(language, PageView.of(page)))
                .orElseThrow(GuideController::nothingHere);
    }

    private static PagesView list(List<GuidePage> pages) {
        return new PagesView(pages.stream().map(PageView::inList).toList());
    }

    private static Shelf known(String shelf) {
        return Shelf.ofPath(shelf).orElseThrow(GuideController::nothingHere);
    }

    private static ResponseStatusException nothingHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static GuideLanguage language(@Nullable String lang, ServerHttpRequest request) {
        if (lang == null) {
            return GuideLanguage.suiting(wishes(request.getHeaders()));
        }
        return GuideLanguage.ofTag(lang)
                .orElseThrow(() -> new InvalidRequest("/lang", "The guide is written in en and es."));
    }

    private static List<Locale.LanguageRange> wishes(HttpHeaders headers) {
        try {
            return headers.getAcceptLanguage();
        } catch (IllegalArgumentException malformed) {
            // A browser's settings are no fault of the reader.
            return List.of();
        }
    }

    private static <T extends Record> ResponseEntity<T> answer(GuideLanguage language, T view) {
        return PublicAnswer.answer(CacheControl.maxAge(FRESH_FOR).cachePublic(), view)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .body(view);
    }
}

package org.bodywork.therapists.sitemap;

import java.time.Duration;
import java.util.stream.Stream;
import org.bodywork.therapists.guide.GuidePaths;
import org.bodywork.therapists.listing.PublicSite;
import org.bodywork.therapists.listing.application.PublicPages;
import org.bodywork.therapists.sitemap.Sitemap.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets search engines find every public page. Its addresses are those of the booking site, which has to route {@code
 * /sitemap*.xml} here.
 */
@RestController
class SitemapController {

    private static final Duration FRESH_FOR = Duration.ofMinutes(10);

    private final Mono<Sitemap> sitemap;

    SitemapController(PublicPages pages, PublicSite site) {
        // Kept for a while, because making it reads every listing and anybody may ask.
        this.sitemap = Flux.concat(
                        Flux.fromStream(() -> Stream.concat(Stream.of("/", "/therapists"), GuidePaths.all().stream()))
                                .map(path -> new Page(site.page(path), null)),
                        pages.practices()
                                .map(page -> new Page(site.practice(page.slug().value()), page.changedAt())),
                        pages.therapists()
                                .map(page -> new Page(site.therapist(page.slug().value()), page.changedAt())))
                .collectList()
                .map(all -> Sitemap.of(all, site))
                .cache(_ -> FRESH_FOR, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<ResponseEntity<byte[]>> whole() {
        return sitemap.map(all -> answer(all, all.whole()));
    }

    @GetMapping(path = "/sitemap-{number}.xml", produces = MediaType.APPLICATION_XML_VALUE)
    Mono<ResponseEntity<byte[]>> part(@PathVariable int number) {
        return sitemap.map(all ->
                answer(all, all.part(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))));
    }

    private static ResponseEntity<byte[]> answer(Sitemap all, byte[] file) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH_FOR).cachePublic())
                .eTag(all.tag())
                .lastModified(all.changedAt())
                .body(file);
    }
}

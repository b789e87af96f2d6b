package org.bodywork.therapists.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bodywork.therapists.listing.PublicSite;
import org.bodywork.therapists.sitemap.Sitemap.Page;
import org.junit.jupiter.api.Test;

class SitemapTest {

    private static final PublicSite SITE = new PublicSite(URI.create("https://bodywork.example/"));
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

    @Test
    void namesEachPageWithItsLastChange() {
        Sitemap sitemap =
                Sitemap.of(List.of(new Page(SITE.page("/guide"), null), new Page(SITE.therapist("june"), NOON)), SITE);

        assertThat(new String(sitemap.whole(), UTF_8)).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        <url><loc>https://bodywork.example/guide</loc></url>
                        <url><loc>https://bodywork.example/therapists/june</loc><lastmod>2026-11-23T12:00:00Z</lastmod></url>
                        </urlset>
                        """);
        assertThat(sitemap.changedAt()).isEqualTo(NOON);
        assertThat(sitemap.part(1)).isEmpty();
    }

    @Test
    void escapesAddresses() {
        Sitemap sitemap = Sitemap.of(List.of(new Page("https://bodywork.example/?a=1&b=<2>", null)), SITE);

        assertThat(new String(sitemap.whole(), UTF_8)).contains("?a=1&amp;b=&lt;2>");
    }

    @Test
    void isAnIndexOfSeveralWhereThereAreTooManyForOne() {
        List<Page> pages = pages(Sitemap.MOST_IN_ONE + 1);

        Sitemap sitemap = Sitemap.of(pages, SITE);

        assertThat(new String(sitemap.whole(), UTF_8))
                .contains("<sitemapindex ")
                .contains("<sitemap><loc>https://bodywork.example/sitemap-1.xml</loc></sitemap>")
                .contains("<sitemap><loc>https://bodywork.example/sitemap-2.xml</loc></sitemap>");
        assertThat(namesIn(sitemap, 1)).isEqualTo(Sitemap.MOST_IN_ONE);
        assertThat(namesIn(sitemap, 2)).isOne();
        assertThat(sitemap.part(3)).isEmpty();
    }

    @Test
    void isOneFileUpToTheMostThatOneMayName() {
        assertThat(Sitemap.of(pages(Sitemap.MOST_IN_ONE), SITE).part(1)).isEmpty();
    }

    @Test
    void hasAnotherTagWhenAPageHasGone() {
        assertThat(Sitemap.of(pages(2), SITE).tag())
                .isNotEqualTo(Sitemap.of(pages(3), SITE).tag());
    }

    private static List<Page> pages(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Page(SITE.therapist("therapist-" + number), NOON))
                .toList();
    }

    private static long namesIn(Sitemap sitemap, int part) {
        return new String(sitemap.part(part).orElseThrow(), UTF_8)
                .lines()
                .filter(line -> line.startsWith("<url>"))
                .count();
    }
}

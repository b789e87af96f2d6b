package org.bodywork.therapists.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bodywork.therapists.listing.PublicSite;
import org.jspecify.annotations.Nullable;

/** Pages in the XML of sitemaps.org: one file, or where there are too many for one, an index of several. */
final class Sitemap {

    /** The most that one file may name, by the protocol. */
    static final int MOST_IN_ONE = 50_000;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private final int pages;
    private final byte[] whole;
    private final List<byte[]> parts;
    private final Instant changedAt;

    private Sitemap(int pages, byte[] whole, List<byte[]> parts, Instant changedAt) {
        this.pages = pages;
        this.whole = whole;
        this.parts = parts;
        this.changedAt = changedAt;
    }

    /**
     * A page of the booking site.
     *
     * @param changedAt none where that is not known
     */
    record Page(String address, @Nullable Instant changedAt) {}

    static Sitemap of(List<Page> pages, PublicSite site) {
        Instant newest = pages.stream()
                .flatMap(page -> Optional.ofNullable(page.changedAt()).stream())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        if (pages.size() <= MOST_IN_ONE) {
            return new Sitemap(pages.size(), file("urlset", "url", pages), List.of(), newest);
        }
        List<byte[]> parts = new ArrayList<>();
        List<Page> index = new ArrayList<>();
        for (int from = 0; from < pages.size(); from += MOST_IN_ONE) {
            parts.add(file("urlset", "url", pages.subList(from, Math.min(pages.size(), from + MOST_IN_ONE))));
            index.add(new Page(site.page("/sitemap-" + parts.size() + ".xml"), null));
        }
        return new Sitemap(pages.size(), file("sitemapindex", "sitemap", index), parts, newest);
    }

    byte[] whole() {
        return whole;
    }

    /** One of the several, from 1. */
    Optional<byte[]> part(int number) {
        return number < 1 || number > parts.size() ? Optional.empty() : Optional.of(parts.get(number - 1));
    }

    Instant changedAt() {
        return changedAt;
    }

    /** As an HTTP entity tag. A page that has gone is missed in their number, every other change has a newer moment. */
    String tag() {
        return "W/\"%x-%x\"".formatted(changedAt.toEpochMilli(), pages);
    }

    private static byte[] file(String root, String entry, List<Page> pages) {
        StringBuilder xml = new StringBuilder(HEAD).append('<').append(root).append(NAMESPACE);
        for (Page page : pages) {
            xml.append('<')
                    .append(entry)
                    .append("><loc>")
                    .append(escaped(page.address()))
                    .append("</loc>");
            if (page.changedAt() != null) {
                xml.append("<lastmod>")
                        .append(page.changedAt().truncatedTo(ChronoUnit.SECONDS))
                        .append("</lastmod>");
            }
            xml.append("</").append(entry).append(">\n");
        }
        return xml.append("</").append(root).append(">\n").toString().getBytes(UTF_8);
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }
}

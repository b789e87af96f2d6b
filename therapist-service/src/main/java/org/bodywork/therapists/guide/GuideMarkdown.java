package org.bodywork.therapists.guide;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Modality;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Reads a page from its file: what it is about in front, then the text. */
final class GuideMarkdown {

    private static final Set<String> KNOWN = Set.of("title", "summary", "modalities", "conditions");

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(YamlFrontMatterExtension.create()))
            .build();

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            // Sanitizing also marks links nofollow, which is for what strangers write.
            .attributeProviderFactory(_ -> (_, _, attributes) -> attributes.remove("rel"))
            .build();

    private GuideMarkdown() {}

    /** @throws RuntimeException where the file is not as the guide's README says; the message does not name it */
    static GuidePage page(Shelf shelf, String slug, GuideLanguage language, String text) {
        Node document = PARSER.parse(text);
        YamlFrontMatterVisitor visitor = new YamlFrontMatterVisitor();
        document.accept(visitor);
        Map<String, List<String>> front = visitor.getData();
        if (!KNOWN.containsAll(front.keySet())) {
            throw new IllegalArgumentException("only " + KNOWN + " are known, not all of " + front.keySet());
        }
        return new GuidePage(
                shelf,
                slug,
                language,
                sentence(front, "title"),
                sentence(front, "summary"),
                HTML.render(document),
                words(front, "modalities", Modality::ofSlug),
                words(front, "conditions", Condition::ofSlug));
    }

    private static String sentence(Map<String, List<String>> front, String name) {
        List<String> given = front.getOrDefault(name, List.of());
        if (given.size() != 1 || given.getFirst().isBlank()) {
            throw new IllegalArgumentException("one " + name + " is needed");
        }
        return given.getFirst();
    }

    private static <T> List<T> words(Map<String, List<String>> front, String name, Function<String, T> reading) {
        return front.getOrDefault(name, List.of()).stream().map(reading).toList();
    }
}

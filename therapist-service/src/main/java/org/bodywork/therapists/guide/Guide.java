package org.bodywork.therapists.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every page, read when the service starts. A missing or broken one keeps it from starting. */
@Component
final class Guide {

    private final Map<GuideLanguage, List<GuidePage>> pages = new EnumMap<>(GuideLanguage.class);

    Guide() {
        for (GuideLanguage language : GuideLanguage.values()) {
            pages.put(
                    language,
                    Arrays.stream(Shelf.values())
                            .flatMap(shelf -> shelf.slugs().stream().map(slug -> read(shelf, slug, language)))
                            .toList());
        }
    }

    /** Shelf by shelf, in the order people see them. */
    List<GuidePage> all(GuideLanguage language) {
        return Objects.requireNonNull(pages.get(language));
    }

    List<GuidePage> on(Shelf shelf, GuideLanguage language) {
        return all(language).stream().filter(page -> page.shelf() == shelf).toList();
    }

    Optional<GuidePage> page(Shelf shelf, String slug, GuideLanguage language) {
        return on(shelf, language).stream()
                .filter(page -> page.slug().equals(slug))
                .findFirst();
    }

    private static GuidePage read(Shelf shelf, String slug, GuideLanguage language) {
        String file = "/guide/%s/%s/%s.md".formatted(language.tag(), shelf.path(), slug);
        try (InputStream text = Guide.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalArgumentException("there is no such file");
            }
            return GuideMarkdown.page(shelf, slug, language, new String(text.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException("The guide cannot be read: " + file, e);
        }
    }
}

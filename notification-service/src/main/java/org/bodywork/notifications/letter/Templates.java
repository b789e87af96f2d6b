package org.bodywork.notifications.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Fills templates in from records. What a record lacks fails; what goes into HTML is escaped for it. */
public final class Templates {

    /** All there are, with room for pages; each is parsed once. */
    private static final int MOST_PARSED = 1_000;

    private static final ITemplateEngine ENGINE = engine();

    /** What all letters share: read with the first words, at start. */
    static final String LETTER_AS_TEXT = read("layout/letter.txt");

    static final String LETTER_AS_HTML = read("layout/letter.html");

    private Templates() {}

    /** Plain text, nothing escaped. */
    public static String text(String template, Record model) {
        return fill(template, TemplateMode.TEXT, model);
    }

    public static String html(String template, Record model) {
        return fill(template, TemplateMode.HTML, model);
    }

    /** A file of templates. Read them at start: messages must not wait for a disk. */
    public static String read(String path) {
        try {
            return new ClassPathResource("messages/" + path).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fill(String template, TemplateMode mode, Record model) {
        return ENGINE.process(
                new TemplateSpec(template, mode), new Context(Locale.ROOT, RecordExpressions.valuesOf(model)));
    }

    private static ITemplateEngine engine() {
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new RecordExpressions());
        StringTemplateResolver given = new StringTemplateResolver();
        given.setCacheable(true);
        StandardCacheManager parsed = new StandardCacheManager();
        parsed.setTemplateCacheMaxSize(MOST_PARSED);
        parsed.setExpressionCacheMaxSize(MOST_PARSED);
        TemplateEngine engine = new TemplateEngine();
        engine.setDialect(dialect);
        engine.setTemplateResolver(given);
        engine.setCacheManager(parsed);
        // Dialects and parsers are read from their jars on first use: now, and not on a thread that must not block.
        for (TemplateMode mode : List.of(TemplateMode.TEXT, TemplateMode.HTML)) {
            engine.process(new TemplateSpec("ready", mode), new Context());
        }
        return engine;
    }
}

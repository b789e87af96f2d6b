package org.bodywork.bookings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;

/** Keeps pages as they were answered, with their style in them, to be looked at in a browser. */
final class PageFiles {

    private static final Path FOLDER = Path.of("target", "pages");

    private PageFiles() {}

    /** Writes it down and gives its text back. */
    static String keep(String name, Answer page) {
        String html = page.body().asString();
        try {
            String style = new ClassPathResource("pages/site.css").getContentAsString(StandardCharsets.UTF_8);
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(name + ".html"),
                    html.replaceFirst(
                            "<link rel=\"stylesheet\"[^>]*>", "<style>" + style.replace("$", "\\$") + "</style>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html;
    }
}

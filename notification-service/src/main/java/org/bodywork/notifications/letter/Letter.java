package org.bodywork.notifications.letter;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an email says, in plain text throughout: each layout escapes for its own kind of output.
 *
 * @param facts the few things the reader looks for, such as when and where
 */
public record Letter(
        Locale language,
        String subject,
        String greeting,
        List<String> paragraphs,
        List<Fact> facts,
        Optional<Link> link,
        String closing) {

    /** One thing to know, with its label. */
    public record Fact(String label, String value) {}

    /** The one thing the reader can do next. */
    public record Link(String label, URI target) {}

    public String asText() {
        return TextLayout.of(this);
    }

    public String asHtml() {
        return HtmlLayout.of(this);
    }
}

package org.bodywork.notifications.letter;

import java.net.URI;
import java.util.List;

/**
 * What an email says, in plain text throughout: each layout escapes for its own kind of output.
 *
 * @param facts the few things the reader looks for, such as when and where
 * @param links what the reader can do next, the most likely first
 * @param footer links that stand apart, below everything
 */
public record Letter(
        Language language,
        String subject,
        String greeting,
        List<String> paragraphs,
        List<Fact> facts,
        List<Link> links,
        String closing,
        List<Link> footer) {

    /** One thing to know, with its label. */
    public record Fact(String label, String value) {}

    /** Somewhere to go, with what it does. */
    public record Link(String label, URI target) {}

    public String asText() {
        return Templates.text(Templates.LETTER_AS_TEXT, Layout.of(this));
    }

    public String asHtml() {
        return Templates.html(Templates.LETTER_AS_HTML, Layout.of(this));
    }

    /**
     * What the layouts are filled in from.
     *
     * @param first none or one
     */
    private record Layout(
            String tag,
            String subject,
            String greeting,
            List<String> paragraphs,
            boolean anyFacts,
            List<Fact> facts,
            List<Link> first,
            List<Link> more,
            String closing,
            List<Link> footer) {

        static Layout of(Letter letter) {
            int buttons = Math.min(1, letter.links.size());
            return new Layout(
                    letter.language.locale().toLanguageTag(),
                    letter.subject,
                    letter.greeting,
                    letter.paragraphs,
                    !letter.facts.isEmpty(),
                    letter.facts,
                    letter.links.subList(0, buttons),
                    letter.links.subList(buttons, letter.links.size()),
                    letter.closing,
                    letter.footer);
        }
    }
}

package org.bodywork.notifications.letter;

import java.util.StringJoiner;
import org.bodywork.notifications.letter.Letter.Fact;

/** A letter for readers of plain text. */
final class TextLayout {

    private TextLayout() {}

    static String of(Letter letter) {
        StringJoiner blocks = new StringJoiner("\n\n", "", "\n");
        blocks.add(letter.greeting());
        letter.paragraphs().forEach(blocks::add);
        if (!letter.facts().isEmpty()) {
            blocks.add(facts(letter));
        }
        letter.link().ifPresent(link -> blocks.add(link.label() + ":\n" + link.target()));
        blocks.add(letter.closing());
        return blocks.toString();
    }

    private static String facts(Letter letter) {
        StringJoiner lines = new StringJoiner("\n");
        for (Fact fact : letter.facts()) {
            lines.add(fact.label() + ": " + fact.value());
        }
        return lines.toString();
    }
}

package org.bodywork.notifications.letter;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a message says in one language: lines with a name, then paragraphs after an empty line. Each is a template of its
 * own and stays on one line, so no value filled in can begin another one.
 */
public final class Words {

    private final String name;
    private final SequencedMap<String, String> lines;
    private final List<String> paragraphs;

    private Words(String name, SequencedMap<String, String> lines, List<String> paragraphs) {
        this.name = name;
        this.lines = lines;
        this.paragraphs = paragraphs;
    }

    /** Those of the file {@code messages/<language>/<name>.txt}; read at start. */
    public static Words named(String name, Language language) {
        return parse(name, Templates.read(language.tag() + "/" + name + ".txt"));
    }

    /** Those written in this text. */
    public static Words parse(String name, String text) {
        String[] blocks = text.strip().split("\\R\\s*\\R", -1);
        SequencedMap<String, String> lines = new LinkedHashMap<>();
        blocks[0].lines().forEach(line -> {
            int colon = line.indexOf(": ");
            if (colon < 1) {
                throw new IllegalArgumentException("a line of " + name + " has no name");
            }
            lines.put(line.substring(0, colon), line.substring(colon + 2).strip());
        });
        return new Words(
                name,
                Collections.unmodifiableSequencedMap(lines),
                Arrays.stream(blocks).skip(1).map(Words::onOneLine).toList());
    }

    public boolean has(String line) {
        return lines.containsKey(line);
    }

    /**
     * The line filled in.
     *
     * @throws IllegalArgumentException when there is no such line
     */
    public String line(String line, Record model) {
        String template = lines.get(line);
        if (template == null) {
            throw new IllegalArgumentException(name + " has no line " + line);
        }
        return fill(template, model);
    }

    /** All lines filled in, in their order; without those that come out empty. */
    public SequencedMap<String, String> lines(Record model) {
        SequencedMap<String, String> filled = new LinkedHashMap<>();
        lines.forEach((line, template) -> {
            String text = fill(template, model);
            if (!text.isEmpty()) {
                filled.put(line, text);
            }
        });
        return filled;
    }

    /** The paragraphs filled in; without those that come out empty. */
    public List<String> paragraphs(Record model) {
        return paragraphs.stream()
                .map(template -> fill(template, model))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String fill(String template, Record model) {
        return onOneLine(Templates.text(template, model));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029 ]+", " ").strip();
    }
}

package org.bodywork.platform.icalendar;

import java.nio.charset.StandardCharsets;

/** Content lines as RFC 5545, 3.1 wants them: ended by CRLF, folded before their 76th octet, never inside a character. */
final class ContentLines {

    private static final int MOST_OCTETS = 75;
    private static final String LINE_BREAK = "\r\n";

    private final StringBuilder lines = new StringBuilder();

    /** A line whose value is no text: it must hold nothing that wants escaping. */
    ContentLines add(String name, String value) {
        String line = name + ":" + value;
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MOST_OCTETS) {
                lines.append(LINE_BREAK).append(' ');
                octets = 1;
            }
            lines.appendCodePoint(character);
            octets += size;
            at += Character.charCount(character);
        }
        lines.append(LINE_BREAK);
        return this;
    }

    /** A line whose value is text, whatever is in it. */
    ContentLines addText(String name, String text) {
        return add(name, escaped(text));
    }

    /** 3.3.11; control characters have no way to be written. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.replace(LINE_BREAK, "\n").codePoints().forEach(character -> {
            switch (character) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(character);
                case '\n' -> escaped.append("\\n");
                default -> {
                    if (!Character.isISOControl(character)) {
                        escaped.appendCodePoint(character);
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}

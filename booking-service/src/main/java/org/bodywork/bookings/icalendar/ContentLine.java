package org.bodywork.bookings.icalendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a calendar as it was meant, folds undone.
 *
 * @param name in upper case
 * @param parameters by their names in upper case, each with its value as a whole
 * @param value as it came, with its escapes
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

    /** All lines of a text. What is no content line at all is left out: calendars in the wild have such. */
    static List<ContentLine> of(String text) {
        List<ContentLine> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String physical : text.split("\r\n|\n|\r", -1)) {
            boolean folded = physical.startsWith(" ") || physical.startsWith("\t");
            if (!folded) {
                add(line.toString(), lines);
                line.setLength(0);
            }
            line.append(folded ? physical.substring(1) : physical);
        }
        add(line.toString(), lines);
        return lines;
    }

    private static void add(String line, List<ContentLine> lines) {
        Map<String, String> parameters = new TreeMap<>();
        int at = endOf(line, 0, ";:");
        String name = line.substring(0, at).strip().toUpperCase(Locale.ROOT);
        while (at < line.length() && line.charAt(at) == ';') {
            int equals = endOf(line, at + 1, "=:;");
            int end = endOf(line, equals, ";:");
            if (equals < end) {
                String value = line.substring(equals + 1, end).replace("\"", "");
                parameters.put(line.substring(at + 1, equals).strip().toUpperCase(Locale.ROOT), value);
            }
            at = end;
        }
        if (at < line.length() && !name.isEmpty()) {
            lines.add(new ContentLine(name, parameters, line.substring(at + 1).strip()));
        }
    }

    /** The next of these characters outside quotes, or the end. */
    private static int endOf(String line, int from, String characters) {
        boolean quoted = false;
        for (int at = from; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && characters.indexOf(character) >= 0) {
                return at;
            }
        }
        return line.length();
    }

    boolean says(String word) {
        return value.equalsIgnoreCase(word);
    }
}

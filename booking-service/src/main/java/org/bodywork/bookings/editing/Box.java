package org.bodywork.bookings.editing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One field of a form, ready to be drawn.
 *
 * @param value as it stands in the form; of several choices one a line
 * @param fault what is wrong with it; empty where nothing is
 */
record Box(String name, Kind kind, String label, String why, String value, List<Choice> choices, String fault) {

    /** How it is filled in. */
    enum Kind {
        TEXT,
        PROSE,
        NUMBER,
        TIME,
        DATE,
        MOMENT,
        CHECK,
        ONE,
        MANY,
        HIDDEN
    }

    record Choice(String value, String text) {}

    /** As an id, so that a label and a fault find it. */
    public String id() {
        return name.replace('.', '-');
    }

    public boolean isChosen(String choice) {
        return Arrays.asList(value.split("\n", -1)).contains(choice);
    }

    /** What a person would say stands in it; empty where nothing does. */
    String said(Words words) {
        return switch (kind) {
            case HIDDEN -> "";
            case CHECK -> words.of(value.equals("true") ? "editing.yes" : "editing.no");
            case ONE, MANY ->
                choices.stream()
                        .filter(choice -> !choice.value().isEmpty() && isChosen(choice.value()))
                        .map(Choice::text)
                        .collect(Collectors.joining(", "));
            case TEXT, PROSE, NUMBER, TIME, DATE, MOMENT -> value;
        };
    }
}

package org.bodywork.allinone.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed after a command: options with a value, flags, and the rest in order. */
public final class Arguments {

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> others = new ArrayList<>();

    private Arguments() {}

    /**
     * Sorts what was typed.
     *
     * @param withValue the options that take a value, such as {@code --data}
     * @param withoutValue the flags
     * @throws Trouble on an option that is neither, or one that lacks its value
     */
    public static Arguments read(List<String> typed, Set<String> withValue, Set<String> withoutValue) {
        Arguments arguments = new Arguments();
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (withoutValue.contains(word)) {
                arguments.flags.add(word);
            } else if (withValue.contains(word)) {
                if (i + 1 == typed.size()) {
                    throw new Trouble("%s needs a value; see ./bodywork help.".formatted(word));
                }
                arguments.values.put(word, typed.get(++i));
            } else if (word.startsWith("-")) {
                throw new Trouble("%s is not known here; see ./bodywork help.".formatted(word));
            } else {
                arguments.others.add(word);
            }
        }
        return arguments;
    }

    public Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    public List<String> others() {
        return List.copyOf(others);
    }
}

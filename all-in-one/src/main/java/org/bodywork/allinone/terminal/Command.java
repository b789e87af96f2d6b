package org.bodywork.allinone.terminal;

import java.util.List;

/** One of the words after {@code ./bodywork}. */
public interface Command {

    /**
     * Does what the word stands for.
     *
     * @param typed what follows the word
     * @return the exit code
     * @throws Trouble when it cannot be done
     */
    int run(List<String> typed);
}

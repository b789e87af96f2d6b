package org.bodywork.allinone;

import java.util.List;

/** One of the words after {@code ./bodywork}. */
interface Command {

    /**
     * Does what the word stands for.
     *
     * @param typed what follows the word
     * @return the exit code
     * @throws org.bodywork.allinone.terminal.Trouble when it cannot be done
     */
    int run(List<String> typed);
}

package org.bodywork.allinone;

import java.util.List;
import java.util.Set;
import org.bodywork.allinone.data.Keys;
import org.bodywork.allinone.terminal.Arguments;
import org.bodywork.allinone.terminal.Command;

/** Prints fresh keys in the form that docker compose reads from a file called .env. */
record SecretsCommand() implements Command {

    @Override
    public int run(List<String> typed) {
        Arguments.read(typed, Set.of(), Set.of());
        System.out.print(Keys.fresh().asComposeLines());
        return 0;
    }
}

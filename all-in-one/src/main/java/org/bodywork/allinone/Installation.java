package org.bodywork.allinone;

import java.nio.file.Path;
import java.util.Optional;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.data.Keys;
import org.bodywork.allinone.http.Http;
import org.bodywork.allinone.terminal.Arguments;
import org.bodywork.allinone.terminal.Trouble;

/** What runs on a data folder, seen from another process. */
record Installation(DataFolder folder) {

    static final String DATA = "--data";

    static Installation named(Arguments arguments, Home home) {
        return new Installation(
                DataFolder.at(arguments.value(DATA).map(Path::of).orElseGet(home::defaultData)));
    }

    Optional<State> state() {
        return new StateFile(folder).read();
    }

    /**
     * What runs now.
     *
     * @throws Trouble when nothing runs on the folder
     */
    State running() {
        return state().filter(_ -> folder.inUse())
                .orElseThrow(() -> new Trouble(
                        "Bodywork does not run on the data folder %s; start it with ./bodywork up".formatted(folder)));
    }

    Http calls() {
        return Http.internal(Keys.of(folder).get(Keys.INTERNAL_TOKEN));
    }
}

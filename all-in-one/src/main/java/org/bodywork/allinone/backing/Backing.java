package org.bodywork.allinone.backing;

import org.bodywork.allinone.process.Program;
import org.jspecify.annotations.Nullable;

/**
 * A database or a broker.
 *
 * @param address what services connect to; may hold a password, so it is never printed
 * @param local what is to be started here; null when it runs elsewhere
 * @param notice a line for the person who starts it
 */
public record Backing(
        String address, @Nullable Local local, @Nullable String notice) {

    /**
     * One that runs here, on files in the data folder.
     *
     * @param store the name of its folder in the data folder
     */
    public record Local(String store, Program program) {}

    static Backing elsewhere(String address) {
        return new Backing(address, null, null);
    }

    /** Without the address. */
    @Override
    public String toString() {
        return local == null ? "elsewhere" : local.store();
    }
}

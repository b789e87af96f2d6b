package org.bodywork.therapists.importing.domain;

import java.util.Map;

/** The first line of a file does not name the columns of the format, so nothing of it can be read. */
public final class UnusableHeader extends RuntimeException {

    private final String reason;
    private final transient Map<String, String> columns;

    /**
     * Names every column that is wrong at once.
     *
     * @param columns what is wrong with which column; empty when the line cannot be read at all
     */
    public UnusableHeader(String reason, Map<String, String> columns) {
        super(reason, null, false, false);
        this.reason = reason;
        this.columns = Map.copyOf(columns);
    }

    public String reason() {
        return reason;
    }

    public Map<String, String> columns() {
        return columns;
    }
}

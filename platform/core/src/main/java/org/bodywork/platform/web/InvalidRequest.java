package org.bodywork.platform.web;

import java.util.List;

/** The request itself is wrong, whatever the state of the world: a 400 that names each wrong field. */
public final class InvalidRequest extends RuntimeException {

    private final transient List<FieldFault> faults;

    public InvalidRequest(List<FieldFault> faults) {
        super("Invalid request", null, false, false);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("An invalid request has at least one fault");
        }
        this.faults = List.copyOf(faults);
    }

    public InvalidRequest(String pointer, String detail) {
        this(List.of(new FieldFault(pointer, detail)));
    }

    public List<FieldFault> faults() {
        return faults;
    }
}

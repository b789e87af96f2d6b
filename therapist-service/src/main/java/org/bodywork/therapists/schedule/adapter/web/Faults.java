package org.bodywork.therapists.schedule.adapter.web;

import java.util.ArrayList;
import java.util.List;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;

/** What is found wrong in one request, all of it answered at once. */
final class Faults {

    private final List<FieldFault> found = new ArrayList<>();

    void add(String pointer, String detail) {
        found.add(new FieldFault(pointer, detail));
    }

    /**
     * Ends the reading if anything is wrong.
     *
     * @throws InvalidRequest with all that was found
     */
    void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidRequest(found);
        }
    }
}

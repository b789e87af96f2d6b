package org.bodywork.therapists;

import java.util.UUID;
import org.bodywork.therapists.importing.adapter.csv.TestRow;

/** Names nobody used before, for tests that share a service. */
public final class Fresh {

    private Fresh() {}

    public static String slug(String name) {
        return name + "-" + UUID.randomUUID();
    }

    /** A therapist at a practice of their own. */
    public static TestRow therapist() {
        return therapistAt(slug("practice"));
    }

    public static TestRow therapistAt(String practice) {
        return TestRow.aTherapist(slug("therapist")).with("practice_id", practice);
    }
}

package org.bodywork.bookings;

import java.util.stream.Stream;
import org.bodywork.platform.testing.architecture.Architecture;
import org.bodywork.platform.testing.architecture.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsEveryRule() {
        return Architecture.ofModuleOf(BookingApplication.class)
                .except(Rule.NO_WAITING, "FirstLook", "it does its own work when the service starts")
                .except(Rule.NO_WAITING, "OlderVisits", "it does its own work when the service starts")
                .except(Rule.NO_WAITING, "CandidateUpdates", "it reads on a thread of its own")
                .tests();
    }
}

package org.bodywork.therapists;

import java.util.stream.Stream;
import org.bodywork.platform.testing.architecture.Architecture;
import org.bodywork.platform.testing.architecture.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsEveryRule() {
        return Architecture.ofModuleOf(TherapistApplication.class)
                .except(Rule.NO_WAITING, "FirstOperator", "it starts its own work when the service starts")
                .except(Rule.NO_WAITING, "ChangedListings", "its work loop has a thread of its own")
                .tests();
    }
}

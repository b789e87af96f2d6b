package org.bodywork.notifications;

import java.util.stream.Stream;
import org.bodywork.platform.testing.architecture.Architecture;
import org.bodywork.platform.testing.architecture.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsEveryRule() {
        return Architecture.ofModuleOf(NotificationApplication.class)
                .except(Rule.NO_WAITING, "RecoveryLoop", "its work loop has a thread of its own")
                .tests();
    }
}

package org.bodywork.platform.testing.architecture;

import java.util.stream.Stream;
import org.bodywork.platform.devservices.CannotStart;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** This module, and the one that it is built on, which therefore cannot test itself with it. */
class PlatformArchitectureTest {

    @TestFactory
    Stream<DynamicTest> devServicesKeepEveryRule() {
        return Architecture.ofModuleOf(CannotStart.class)
                .except(Rule.TIME_IS_INJECTED, "Messages", "without Spring it makes its process's one clock itself")
                .except(Rule.NO_WAITING, "ReplicaSetOfOne", "the start of a process waits for its database")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> testingKeepsEveryRule() {
        return Architecture.ofModuleOf(Architecture.class)
                .except(Rule.NO_WAITING, "TestDatabase", "a test ends when its database is gone")
                .tests();
    }
}

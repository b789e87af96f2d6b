package org.bodywork.bookings;

import java.util.stream.Stream;
import org.bodywork.platform.testing.architecture.Architecture;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsEveryRule() {
        return Architecture.ofModuleOf(BookingApplication.class).tests();
    }
}

package org.bodywork.platform;

import java.util.stream.Stream;
import org.bodywork.platform.testing.architecture.Architecture;
import org.bodywork.platform.testing.architecture.Rule;
import org.bodywork.platform.web.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final String OWN_THREAD = "runs on a virtual thread of its own, which may wait";
    private static final String DRIVERS_DATE = "the driver reads BSON's dates as java.util.Date";

    @TestFactory
    Stream<DynamicTest> keepsEveryRule() {
        return Architecture.ofModuleOf(Problem.class)
                .except(Rule.NO_WAITING, "DueWorker", OWN_THREAD)
                .except(Rule.NO_WAITING, "EventListener", "the edge of a Kafka listener")
                .except(Rule.NO_WAITING, "Groundwork", "the start waits for indexes and topics")
                .except(Rule.NO_WAITING, "OffsetWatch", OWN_THREAD)
                .except(Rule.NO_WAITING, "OutboxMetrics", OWN_THREAD)
                .except(Rule.NO_WAITING, "OutboxRelay", OWN_THREAD)
                .except(Rule.NO_LEGACY_TIME, "DueWorker", DRIVERS_DATE)
                .except(Rule.NO_LEGACY_TIME, "OutboxEntry", DRIVERS_DATE)
                .except(Rule.NO_LEGACY_TIME, "OutboxMetrics", DRIVERS_DATE)
                .tests();
    }
}

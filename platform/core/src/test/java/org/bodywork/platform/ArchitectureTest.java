package org.bodywork.platform;

import java.util.stream.Stream;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.testing.architecture.Architecture;
import org.bodywork.platform.testing.architecture.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final String OWN_THREAD = "its rounds run on a virtual thread of their own";
    private static final String RAW_DOCUMENT = "a raw document of the driver gives times as Date";

    @TestFactory
    Stream<DynamicTest> keepsEveryRule() {
        return Architecture.ofModuleOf(Event.class)
                .except(Rule.NO_WAITING, "DueWorker", OWN_THREAD)
                .except(Rule.NO_WAITING, "KeysAhead", OWN_THREAD)
                .except(Rule.NO_WAITING, "OffsetWatch", OWN_THREAD)
                .except(Rule.NO_WAITING, "OutboxMetrics", OWN_THREAD)
                .except(Rule.NO_WAITING, "OutboxRelay", OWN_THREAD)
                .except(Rule.NO_WAITING, "EventListener", "the edge of a Kafka listener")
                .except(Rule.NO_WAITING, "FirstDues", "start-up waits until it is planned")
                .except(Rule.NO_WAITING, "Groundwork", "start-up waits until the indexes are there")
                .except(Rule.NO_LEGACY_TIME, "DueWorker", RAW_DOCUMENT)
                .except(Rule.NO_LEGACY_TIME, "OutboxEntry", RAW_DOCUMENT)
                .except(Rule.NO_LEGACY_TIME, "OutboxMetrics", RAW_DOCUMENT)
                .tests();
    }
}

package org.bodywork.platform.testing.mongo;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.stream.Stream;
import org.bodywork.platform.testing.needs.Machine;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.testkit.engine.EngineTestKit;

class MongoContractSkipTest {

    private static final Map<String, String> NO_IMAGE = Map.of("MONGO_IMAGE", "no-such-image:1");

    @Test
    void leavesOutTheRunsWhoseBackingIsMissingAndDoesTheOthers() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Contract.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.aborted(1).succeeded(1).failed(0));
    }

    // Not found as a test of its own: run by the test above only.
    @ClassTemplate
    @ExtendWith(OnAMachineWithoutImages.class)
    static class Contract {

        private final TestDatabase database;

        Contract(TestDatabase database) {
            this.database = database;
        }

        @Test
        void reachesItsDatabase() {
            database.close();
        }
    }

    static final class OnAMachineWithoutImages implements ClassTemplateInvocationContextProvider {

        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
            var machine = Machine.of(NO_IMAGE);
            return Stream.of(MongoBacking.EMBEDDED, MongoBacking.CONTAINER)
                    .map(backing -> new MongoContractRuns.Run(backing, machine));
        }
    }
}

package org.bodywork.platform.testing.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class NeedsConditionTest {

    private static final String LINE = "skipped: needs browser, which is not here: install Chromium";

    @Test
    void leavesOutATestWhoseNeedIsMissing() {
        run(WithoutBrowser.class).assertThatEvents().haveExactly(1, skippedWithReason(LINE));
    }

    @Test
    void failsATestWhoseNeedIsMissingWhereRequireNamesIt() {
        run(WithoutBrowserButRequired.class)
                .assertThatEvents()
                .haveExactly(
                        1, finishedWithFailure(message(text -> text.contains("REQUIRE names browser: not " + LINE))));
    }

    @Test
    void runsATestWhoseNeedIsThere(@TempDir Path folder) throws Exception {
        var program = Files.createFile(
                folder.resolve("chromium"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        assertThat(Machine.of(Map.of("PATH", "/nowhere:" + folder)).browser()).contains(program);
        assertThat(Machine.of(Map.of("CHROMIUM", program.toString())).has(Need.BROWSER))
                .isTrue();
    }

    @Test
    void countsTestsLeftOutInOneLine() {
        var out = new ByteArrayOutputStream();
        var count = new SkipCount(new PrintStream(out, true, StandardCharsets.UTF_8));
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .addTestExecutionListeners(count)
                .build();

        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(WithoutBrowser.class))
                        .build());

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(LINE + " (2 tests)\n");
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .allEvents();
    }

    // Not nested, so that they run only when a test above asks for it.
    static class WithoutBrowser {

        @RegisterExtension
        static final NeedsCondition CONDITION = NeedsCondition.of(Machine.of(Map.of("PATH", "/nowhere")), Need.BROWSER);

        @Test
        void one() {}

        @Test
        void two() {}
    }

    static class WithoutBrowserButRequired {

        @RegisterExtension
        static final NeedsCondition CONDITION =
                NeedsCondition.of(Machine.of(Map.of("PATH", "/nowhere", "REQUIRE", "mongod, browser")), Need.BROWSER);

        @Test
        void one() {}
    }
}

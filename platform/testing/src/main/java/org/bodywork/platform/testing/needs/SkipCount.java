package org.bodywork.platform.testing.needs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Counts the tests left out for lack of something, and says so in one line for each need when the run ends. */
public final class SkipCount implements TestExecutionListener {

    private final Map<Need, Long> skipped = new EnumMap<>(Need.class);
    private final PrintStream out;
    private @Nullable TestPlan plan;

    /** Says it on the JVM's own error stream, which reaches the console: what goes to System.out the build files away. */
    public SkipCount() {
        this(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    SkipCount(PrintStream out) {
        this.out = out;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        count(identifier, reason);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            result.getThrowable().ifPresent(cause -> count(identifier, String.valueOf(cause.getMessage())));
        }
    }

    private void count(TestIdentifier identifier, String reason) {
        Arrays.stream(Need.values())
                .filter(need -> reason.contains(need.skipLine()))
                .forEach(need -> skipped.merge(need, testsIn(identifier), Long::sum));
    }

    private long testsIn(TestIdentifier identifier) {
        if (identifier.isTest()) {
            return 1;
        }
        return Objects.requireNonNull(plan).getDescendants(identifier).stream()
                .filter(TestIdentifier::isTest)
                .count();
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        skipped.forEach((need, tests) -> out.printf("%s (%d tests)%n", need.skipLine(), tests));
        skipped.clear();
    }
}

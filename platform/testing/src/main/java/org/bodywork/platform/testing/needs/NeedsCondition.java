package org.bodywork.platform.testing.needs;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides whether a test can run on this machine: by its {@link Needs}, and by needs given directly. */
public final class NeedsCondition implements ExecutionCondition {

    private final Machine machine;
    private final List<Need> given;

    /** For {@link Needs}: JUnit makes it. */
    NeedsCondition() {
        this(Machine.current());
    }

    /** For extensions whose tests have needs of their own. */
    public static NeedsCondition of(Machine machine, Need... needs) {
        return new NeedsCondition(machine, needs);
    }

    private NeedsCondition(Machine machine, Need... given) {
        this.machine = machine;
        this.given = List.of(given);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Stream.concat(given.stream(), annotated(context))
                .filter(need -> !machine.has(need))
                .findFirst()
                .map(this::leaveOut)
                .orElseGet(() -> ConditionEvaluationResult.enabled("nothing is missing"));
    }

    private static Stream<Need> annotated(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), Needs.class).stream()
                .flatMap(needs -> Arrays.stream(needs.value()));
    }

    private ConditionEvaluationResult leaveOut(Need missing) {
        if (machine.insistsOn(missing)) {
            throw new AssertionError("REQUIRE names %s: not %s".formatted(missing.word(), missing.skipLine()));
        }
        return ConditionEvaluationResult.disabled(missing.skipLine());
    }
}

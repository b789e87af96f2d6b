package org.bodywork.platform.testing.spring;

import org.bodywork.platform.testing.needs.Machine;
import org.bodywork.platform.testing.needs.NeedsCondition;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Leaves a test out where the machine lacks a server that it names, before an application is started for it. */
final class ServersCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        WithServers wanted =
                TestContextAnnotationUtils.findMergedAnnotation(context.getRequiredTestClass(), WithServers.class);
        if (wanted == null) {
            return ConditionEvaluationResult.enabled("no servers named");
        }
        return NeedsCondition.of(Machine.current(), Servers.of(wanted).needs()).evaluateExecutionCondition(context);
    }
}

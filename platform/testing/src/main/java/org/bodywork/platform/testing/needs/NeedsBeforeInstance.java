package org.bodywork.platform.testing.needs;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.opentest4j.TestAbortedException;

/**
 * A {@link NeedsCondition} for tests whose constructor already uses what may be missing. Where parameters of the
 * constructor belong to the single test, JUnit makes the instance before it asks any condition.
 */
public final class NeedsBeforeInstance implements TestInstancePreConstructCallback {

    private final NeedsCondition condition;

    public NeedsBeforeInstance(NeedsCondition condition) {
        this.condition = condition;
    }

    // So that the context is the test's, with what its method needs.
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        var result = condition.evaluateExecutionCondition(context);
        if (result.isDisabled()) {
            throw new TestAbortedException(result.getReason().orElseThrow());
        }
    }
}

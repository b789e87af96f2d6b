package org.bodywork.platform.testing.mongo;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a database of its own, and drops it when the test has ended. */
final class FreshDatabases implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(FreshDatabases.class);

    private final MongoBacking backing;

    FreshDatabases(MongoBacking backing) {
        this.backing = backing;
    }

    // Without this, a constructor's parameter would be kept for the class, not for the test.
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store ofTheTest = context.getStore(NAMESPACE);
        return ofTheTest.computeIfAbsent(TestDatabase.class, _ -> backing.freshDatabase(), TestDatabase.class);
    }
}

package org.bodywork.platform.testing.mongo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.platform.testing.needs.Machine;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.NeedsBeforeInstance;
import org.bodywork.platform.testing.needs.NeedsCondition;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** One run of a {@link MongoContract} class for each backing. */
final class MongoContractRuns implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return contract(context).isPresent();
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return contract(context).stream()
                .flatMap(contract -> Arrays.stream(contract.value()))
                .map(backing -> new Run(backing, Machine.current()));
    }

    private static Optional<MongoContract> contract(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), MongoContract.class);
    }

    record Run(MongoBacking backing, Machine machine) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return backing.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            Need[] needs = backing.need().stream().toArray(Need[]::new);
            var whatIsThere = NeedsCondition.of(machine, needs);
            return List.of(new NeedsBeforeInstance(whatIsThere), new FreshDatabases(backing));
        }
    }
}

package org.bodywork.platform.testing.mongo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
                .map(Run::new);
    }

    private static Optional<MongoContract> contract(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), MongoContract.class);
    }

    private record Run(MongoBacking backing) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return backing.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            var database = new FreshDatabases(backing);
            return backing.need()
                    .map(need -> List.<Extension>of(NeedsCondition.of(need), database))
                    .orElseGet(() -> List.of(database));
        }
    }
}

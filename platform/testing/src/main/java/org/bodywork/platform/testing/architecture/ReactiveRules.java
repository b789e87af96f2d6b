package org.bodywork.platform.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/** Pipelines are handed on, not waited for. */
final class ReactiveRules {

    private static final Set<String> WAITING = Set.of(
            "block",
            "blockOptional",
            "blockFirst",
            "blockLast",
            "toIterable",
            "toStream",
            "subscribe",
            "subscribeWith");

    private ReactiveRules() {}

    static ArchRule noWaiting() {
        return classes().should(Violation.condition("not wait for or subscribe to a pipeline", ReactiveRules::waits));
    }

    private static Stream<String> waits(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> WAITING.contains(access.getTarget().getName()))
                .filter(access -> access.getTargetOwner().isAssignableTo("org.reactivestreams.Publisher"))
                .map(JavaAccess::getDescription);
    }
}

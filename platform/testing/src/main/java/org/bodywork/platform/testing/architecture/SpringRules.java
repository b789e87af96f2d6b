package org.bodywork.platform.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** How our code may use Spring. */
final class SpringRules {

    private static final List<String> INJECTING = List.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private SpringRules() {}

    static ArchRule controllersAreHidden() {
        return classes()
                .that()
                .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
                .should()
                .notBePublic();
    }

    static ArchRule noFieldInjection() {
        return members()
                .should(Violation.condition(
                        "not be injected, except constructors", SpringRules::injectedBesideConstructor));
    }

    static ArchRule noValueAnnotation() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Value");
    }

    private static Stream<String> injectedBesideConstructor(JavaMember member) {
        return INJECTING.stream()
                .filter(annotation -> !(member instanceof JavaConstructor) && member.isAnnotatedWith(annotation))
                .map(annotation -> "%s is injected by @%s in %s"
                        .formatted(
                                member.getFullName(),
                                annotation.substring(annotation.lastIndexOf('.') + 1),
                                member.getSourceCodeLocation()));
    }
}

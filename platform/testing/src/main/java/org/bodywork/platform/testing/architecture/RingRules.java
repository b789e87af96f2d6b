package org.bodywork.platform.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Dependencies point inward: adapter, application, domain. */
final class RingRules {

    private static final String ADAPTER = ".adapter.";

    private RingRules() {}

    static ArchRule domainStandsAlone() {
        return classes()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.bodywork..domain..");
    }

    static ArchRule applicationKnowsNoAdapter() {
        return noClasses()
                .that()
                .resideInAPackage("..application..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..adapter..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.data..",
                        "org.springframework.kafka..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.apache.kafka..",
                        "com.fasterxml.jackson..",
                        "tools.jackson..",
                        "io.github.resilience4j..");
    }

    static ArchRule adaptersArePrivateToTheirFeature() {
        return classes()
                .should(Violation.condition(
                        "not reach into another feature's adapters", RingRules::reachesIntoAnother));
    }

    private static Stream<String> reachesIntoAnother(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isAdapterOfAnother(type, dependency.getTargetClass()))
                .map(Dependency::getDescription);
    }

    private static boolean isAdapterOfAnother(JavaClass from, JavaClass to) {
        int feature = (to.getPackageName() + ".").indexOf(ADAPTER);
        return feature > 0
                && to.getPackageName().startsWith("org.bodywork.")
                && !(from.getPackageName() + ".").startsWith(to.getPackageName().substring(0, feature) + ".");
    }
}

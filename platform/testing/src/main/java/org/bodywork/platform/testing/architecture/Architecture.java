package org.bodywork.platform.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Holds one module's main classes to every {@link Rule}. A module has one such test:
 *
 * <pre>{@code
 * class ArchitectureTest {
 *     @TestFactory
 *     Stream<DynamicTest> keepsEveryRule() {
 *         return Architecture.ofModuleOf(ThingApplication.class)
 *                 .except(Rule.NO_WAITING, "ThingTail", "a thread of its own begins there")
 *                 .tests();
 *     }
 * }
 * }</pre>
 */
public final class Architecture {

    private final JavaClasses classes;
    private final Map<Rule, Set<String>> exceptions = new EnumMap<>(Rule.class);

    Architecture(JavaClasses classes) {
        this.classes = classes;
    }

    /** All main classes of the module that the given one belongs to. */
    public static Architecture ofModuleOf(Class<?> any) {
        var location = any.getProtectionDomain().getCodeSource().getLocation();
        return new Architecture(new ClassFileImporter().importUrl(location));
    }

    /**
     * Lets one class break one rule. An exception that is not needed any more fails.
     *
     * @param topLevelClass its simple name; what is nested in it goes with it
     * @param why for the reader
     */
    public Architecture except(Rule rule, String topLevelClass, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("An exception needs a reason: " + topLevelClass);
        }
        exceptions.computeIfAbsent(rule, _ -> new HashSet<>()).add(topLevelClass);
        return this;
    }

    /** One test a rule. */
    public Stream<DynamicTest> tests() {
        return Arrays.stream(Rule.values()).map(rule -> DynamicTest.dynamicTest(rule.name(), () -> check(rule)));
    }

    void check(Rule rule) {
        ArchRule archRule = Rules.of(rule).allowEmptyShould(true);
        Set<String> excepted = exceptions.getOrDefault(rule, Set.of());
        archRule.check(classes.that(DescribedPredicate.not(namedAnyOf(excepted))));
        excepted.forEach(name -> checkNeeded(name, archRule));
    }

    private void checkNeeded(String excepted, ArchRule rule) {
        if (!rule.evaluate(classes.that(namedAnyOf(Set.of(excepted)))).hasViolation()) {
            throw new AssertionError("%s keeps the rule: drop its exception".formatted(excepted));
        }
    }

    private static DescribedPredicate<JavaClass> namedAnyOf(Set<String> topLevelNames) {
        return DescribedPredicate.describe(
                "are named " + topLevelNames, type -> topLevelNames.contains(topLevel(type)));
    }

    private static String topLevel(JavaClass type) {
        return type.getEnclosingClass().map(Architecture::topLevel).orElseGet(type::getSimpleName);
    }
}

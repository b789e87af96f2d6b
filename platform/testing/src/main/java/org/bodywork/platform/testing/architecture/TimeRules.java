package org.bodywork.platform.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Where time may come from. */
final class TimeRules {

    private static final String CLOCK = "java.time.Clock";
    private static final String INSTANT_SOURCE = "java.time.InstantSource";
    private static final String BEAN = "org.springframework.context.annotation.Bean";

    private TimeRules() {}

    static ArchRule timeIsInjected() {
        return classes()
                .should(Violation.condition("take the time from an injected clock", TimeRules::readsTheMachine));
    }

    static ArchRule noLegacyTime() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)|java\\.text\\.(Simple)?DateFormat|java\\.sql\\.(Date|Time|Timestamp)");
    }

    private static Stream<String> readsTheMachine(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> readsTheMachine(access.getTarget()) || makesAClockOutsideABean(access))
                .map(JavaAccess::getDescription);
    }

    private static boolean readsTheMachine(AccessTarget target) {
        String owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "now" -> owner.startsWith("java.time.") && !takesAClock(target);
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            default -> false;
        };
    }

    private static boolean takesAClock(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getName().equals(CLOCK));
    }

    private static boolean makesAClockOutsideABean(JavaAccess<?> access) {
        return makesAClock(access.getTarget()) && !isBeanMethod(access.getOrigin());
    }

    private static boolean makesAClock(AccessTarget target) {
        return switch (target.getOwner().getName()) {
            case CLOCK ->
                target.getName().startsWith("system") || target.getName().startsWith("tick");
            case INSTANT_SOURCE -> target.getName().equals("system");
            default -> false;
        };
    }

    private static boolean isBeanMethod(CanBeAnnotated origin) {
        return origin.isAnnotatedWith(BEAN);
    }
}

package org.bodywork.platform.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule finds what was seeded for it, and nothing beside that. */
class ArchitectureSeededTest {

    private static final JavaClasses SEEDED =
            new ClassFileImporter().importPackages(ArchitectureSeededTest.class.getPackageName() + ".seeded");

    static Stream<Arguments> seeded() {
        return Stream.of(
                arguments(Rule.DOMAIN_STANDS_ALONE, List.of("SpringPrice")),
                arguments(Rule.APPLICATION_KNOWS_NO_ADAPTER, List.of("ReadOrder", "ShowOrder", "SendBill")),
                arguments(Rule.ADAPTERS_ARE_PRIVATE_TO_THEIR_FEATURE, List.of("SendBill")),
                arguments(Rule.CONTROLLERS_ARE_HIDDEN, List.of("OrderPage")),
                arguments(Rule.PLATFORM_KNOWS_NO_BUSINESS, List.of("OpeningsOfTherapists")),
                arguments(
                        Rule.TIME_IS_INJECTED,
                        List.of("MachineTime", "MachineTimeByReference", "MachineMillis", "MachineClock")),
                arguments(Rule.NO_LEGACY_TIME, List.of("LegacyTime")),
                arguments(Rule.NO_WAITING, List.of("Waits", "WaitsByReference", "Subscribes")),
                arguments(Rule.NO_FIELD_INJECTION, List.of("InjectedField", "InjectedSetter")),
                arguments(Rule.NO_VALUE_ANNOTATION, List.of("ValueParameter")),
                arguments(Rule.NAMES_SAY_SOMETHING, List.of("OrderManager", "OrderUtils", "OuterName")),
                arguments(Rule.PACKAGES_ARE_NULL_MARKED, List.of("Unmarked")));
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void findsEachViolation(Rule rule, List<String> breaking) {
        for (String left : breaking) {
            var architecture = new Architecture(SEEDED);
            breaking.stream()
                    .filter(name -> !name.equals(left))
                    .forEach(name -> architecture.except(rule, name, "seeded"));

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> architecture.check(rule))
                    .withMessageContaining(left);
        }
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void findsNothingElse(Rule rule, List<String> breaking) {
        var architecture = new Architecture(SEEDED);
        breaking.forEach(name -> architecture.except(rule, name, "seeded"));

        architecture.check(rule);
    }

    @Test
    void hasSomethingSeededForEveryRule() {
        assertThat(seeded().map(seeded -> seeded.get()[0])).containsExactly((Object[]) Rule.values());
    }

    @Test
    void refusesAnExceptionThatIsNotNeeded() {
        var architecture = new Architecture(SEEDED).except(Rule.NO_LEGACY_TIME, "LegacyTime", "seeded");
        architecture.except(Rule.NO_LEGACY_TIME, "InjectedTime", "was needed once");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> architecture.check(Rule.NO_LEGACY_TIME))
                .withMessageContaining("InjectedTime");
    }
}

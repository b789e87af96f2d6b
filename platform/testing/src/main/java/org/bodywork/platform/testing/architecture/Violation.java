package org.bodywork.platform.testing.architecture;

import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns a search for what breaks a rule into ArchUnit's condition. */
final class Violation {

    private Violation() {}

    /**
     * @param rule what classes should do
     * @param broken a sentence for each place where one does not
     */
    static <T> ArchCondition<T> condition(String rule, Function<T, Stream<String>> broken) {
        return new ArchCondition<>(rule) {
            @Override
            public void check(T item, ConditionEvents events) {
                broken.apply(item).forEach(sentence -> events.add(SimpleConditionEvent.violated(item, sentence)));
            }
        };
    }
}

package org.bodywork.platform.devservices.mongo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips where no mongod is installed; with {@code mongod} in the environment's {@code REQUIRE} it fails there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsMongod.Condition.class)
@interface NeedsMongod {

    /** Looks for the program before the class starts. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (RealMongod.find().isPresent()) {
                return ConditionEvaluationResult.enabled("mongod is installed");
            }
            var required = System.getenv().getOrDefault("REQUIRE", "").split(",", -1);
            if (Arrays.asList(required).contains("mongod")) {
                throw new IllegalStateException("REQUIRE contains mongod, but there is none in MONGOD or on the PATH");
            }
            System.out.println("Skipped " + context.getDisplayName() + ": no mongod in MONGOD or on the PATH");
            return ConditionEvaluationResult.disabled("no mongod");
        }
    }
}

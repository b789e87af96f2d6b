package org.bodywork.notifications.letter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Reads {@code ${name}} and {@code ${name.part}} from a model's records and nothing else: a template can call no code,
 * and a name that the model does not have fails instead of leaving a gap in a message.
 */
final class RecordExpressions implements IStandardVariableExpressionEvaluator {

    private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> readers = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Method reader = component.getAccessor();
                reader.setAccessible(true);
                readers.put(component.getName(), reader);
            }
            return readers;
        }
    };

    /** All that a model holds, by name. */
    static Map<String, @Nullable Object> valuesOf(Record model) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        COMPONENTS.get(model.getClass()).forEach((name, reader) -> values.put(name, read(model, reader)));
        return values;
    }

    @Override
    public @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext how) {
        String[] path = expression.getExpression().strip().split("\\.", -1);
        if (!context.containsVariable(path[0])) {
            throw new UnknownVariable(expression.getExpression());
        }
        @Nullable Object value = plain(context.getVariable(path[0]));
        for (int at = 1; at < path.length; at++) {
            value = part(value, path[at], expression.getExpression());
        }
        return value;
    }

    private static @Nullable Object part(@Nullable Object whole, String name, String expression) {
        Method reader =
                whole instanceof Record ? COMPONENTS.get(whole.getClass()).get(name) : null;
        if (whole == null || reader == null) {
            throw new UnknownVariable(expression);
        }
        return plain(read(whole, reader));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Optional<?> perhaps ? perhaps.orElse(null) : value;
    }

    private static @Nullable Object read(Object record, Method reader) {
        try {
            return reader.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("every component of a record can be read", e);
        }
    }

    /** A template names what its model does not have. */
    static final class UnknownVariable extends RuntimeException {
        UnknownVariable(String expression) {
            super("the model has no " + expression);
        }
    }
}

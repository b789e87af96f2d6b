package org.bodywork.platform.web;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the bytes of a body into its record, or says everything that is wrong with them. A bean, so that what a form sends
 * can be held to the same rules.
 */
public final class BodyReader {

    /** More than a person would read; a body of nothing but wrong fields must not be answered tenfold. */
    private static final int MOST_FAULTS = 50;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfigDefaults(coercions -> {
                for (CoercionInputShape shape : CoercionInputShape.values()) {
                    coercions.setCoercion(shape, CoercionAction.Fail);
                }
            })
            .build();

    private static final Logger LOG = LoggerFactory.getLogger(BodyReader.class);

    private final RequestSchemas schemas;

    BodyReader(RequestSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The body as a record of the type, which carries {@link Body}.
     *
     * @throws InvalidRequest with every fault found
     */
    public <T> T read(byte[] body, Class<T> type) {
        List<FieldFault> faults = new ArrayList<>();
        JsonNode tree = StrictJson.read(body, faults);
        faults.addAll(SchemaFaults.of(check(tree, type)));
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults.size() > MOST_FAULTS ? faults.subList(0, MOST_FAULTS) : faults);
        }
        return bind(tree, type);
    }

    private List<Error> check(JsonNode tree, Class<?> type) {
        String name = type.getAnnotation(Body.class).value();
        try {
            return schemas.named(name).validate(tree);
        } catch (StackOverflowError e) {
            // Java's regular expressions recurse over groups that repeat: the pattern needs to be written without.
            LOG.error("A pattern in the schema {} cannot cope with long text", name);
            throw new InvalidRequest("", "The body holds text that is too long to check.");
        }
    }

    /** What passes the schema and still does not bind: a whole number written 1.0, a leap second. */
    private static <T> T bind(JsonNode tree, Class<T> type) {
        try {
            return STRICT.treeToValue(tree, type);
        } catch (DatabindException e) {
            throw new InvalidRequest(pointer(e), "This value is not valid here.");
        }
    }

    private static String pointer(JacksonException error) {
        JsonPointer pointer = JsonPointer.empty();
        for (JacksonException.Reference step : error.getPath()) {
            pointer = step.getPropertyName() == null
                    ? pointer.appendIndex(step.getIndex())
                    : pointer.appendProperty(step.getPropertyName());
        }
        return pointer.toString();
    }
}

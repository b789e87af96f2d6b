package org.bodywork.platform.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of events: absent rather than null, ISO-8601 times, unknown fields ignored on reading. */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    public static String write(Object state) {
        return MAPPER.writeValueAsString(state);
    }

    /**
     * Reads a state leniently.
     *
     * @throws BadEvent when the text is no JSON of that shape
     */
    public static <T> T read(String json, Class<T> shape) {
        try {
            return MAPPER.readValue(json, shape);
        } catch (JacksonException e) {
            throw new BadEvent("not a " + shape.getSimpleName() + ": " + place(e));
        }
    }

    /**
     * Reads any JSON.
     *
     * @throws BadEvent when the text is no JSON
     */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new BadEvent("no JSON: " + place(e));
        }
    }

    // Jackson's own message quotes the input, which may be personal; the place does not.
    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "unreadable"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}

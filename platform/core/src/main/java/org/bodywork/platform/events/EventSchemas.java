package org.bodywork.platform.events;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The published shape of each event type, read once from the contracts on the class path. */
public final class EventSchemas {

    private static final String FOLDER = "contracts/schemas/";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false)));
    private final ConcurrentMap<String, Optional<Schema>> known = new ConcurrentHashMap<>();

    public boolean knows(String type) {
        return schema(type).isPresent();
    }

    /**
     * What does not fit, as pointers and rules without any value; empty when the state fits.
     *
     * @throws BadEvent when the text is no JSON, or the type has no schema
     */
    public List<String> faults(String type, String json) {
        Schema schema = schema(type).orElseThrow(() -> new BadEvent("no schema for " + type));
        return schema
                .validate(
                        EventJson.tree(json),
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(EventSchemas::inWords)
                .toList();
    }

    private Optional<Schema> schema(String type) {
        return known.computeIfAbsent(type, this::load);
    }

    private Optional<Schema> load(String type) {
        String file = FOLDER + type + ".schema.json";
        if (EventSchemas.class.getClassLoader().getResource(file) == null) {
            return Optional.empty();
        }
        return Optional.of(registry.getSchema(SchemaLocation.of("classpath:" + file)));
    }

    private static String inWords(Error error) {
        String property = error.getProperty() == null ? "" : " " + error.getProperty();
        return error.getInstanceLocation() + " breaks " + error.getKeyword() + property;
    }
}

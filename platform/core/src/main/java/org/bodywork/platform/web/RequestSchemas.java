package org.bodywork.platform.web;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The JSON Schemas of request bodies, each compiled once. */
final class RequestSchemas {

    /** What schemas call each other by; nothing is ever fetched from there. */
    static final String BASE = "https://bodywork.example/requests/";

    /** A member of a schema that words the refusal: {@code "x-fault": {"pattern": "must be ..."}}. */
    private static final String FAULT_KEYWORD = "x-fault";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaIdResolvers(ids -> ids.mapPrefix(BASE, "classpath:requests/"))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .errorMessageKeyword(FAULT_KEYWORD)
                            .build()));

    private final ConcurrentMap<String, Schema> compiled = new ConcurrentHashMap<>();

    RequestSchemas() {
        // At its first leap second the checker of times reads a file: now, rather than on an event loop.
        registry.getSchema("{\"format\": \"date-time\"}").validate("\"2016-12-31T23:59:60Z\"", InputFormat.JSON);
    }

    /**
     * The schema at {@code classpath:requests/<name>.schema.json}.
     *
     * @throws IllegalStateException if there is none, or it is no schema
     */
    Schema named(String name) {
        return compiled.computeIfAbsent(name, this::compile);
    }

    private Schema compile(String name) {
        try {
            Schema schema = registry.getSchema(new SchemaLocation(new AbsoluteIri(BASE + name + ".schema.json")));
            schema.initializeValidators();
            return schema;
        } catch (RuntimeException e) {
            throw new IllegalStateException("No usable schema at classpath:requests/" + name + ".schema.json", e);
        }
    }
}

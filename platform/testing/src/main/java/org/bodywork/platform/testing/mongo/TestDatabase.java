package org.bodywork.platform.testing.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.SimpleReactiveMongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import reactor.core.publisher.Mono;

/**
 * One test's own database.
 *
 * @param uri as {@code spring.mongodb.uri} takes it, with the database's name
 */
public record TestDatabase(String uri, MongoDatabase database, MongoClient client) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static TestDatabase freshOn(MongoServer server) {
        String name = "test-" + UUID.randomUUID();
        return new TestDatabase(server.uriOf(name), server.client().getDatabase(name), server.client());
    }

    public String name() {
        return database.getName();
    }

    /** A template that stores as the services do: UUIDs in their standard form, BigDecimal as Decimal128. */
    public ReactiveMongoTemplate template() {
        return template(List.of());
    }

    /** As {@link #template()}, with a service's own converters.
     *
     * @param converters those that the service registers beside Spring Data's own
     */
    public ReactiveMongoTemplate template(List<?> converters) {
        var conversions = MongoCustomConversions.create(
                adapter -> adapter.registerConverters(converters).bigDecimal(BigDecimalRepresentation.DECIMAL128));
        var mapping = new MongoMappingContext();
        mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        mapping.setAutoIndexCreation(false);
        mapping.afterPropertiesSet();
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, mapping);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        return new ReactiveMongoTemplate(new SimpleReactiveMongoDatabaseFactory(client, name()), converter);
    }

    /** Drops the database. */
    @Override
    public void close() {
        Mono.from(database.drop()).block(PATIENCE);
    }
}

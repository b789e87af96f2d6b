package org.bodywork.platform.outbox;

import java.util.List;
import java.util.function.Function;
import org.bodywork.platform.events.Event;
import org.bson.Document;

/**
 * A collection whose documents carry an outbox. Declared as a bean.
 *
 * @param presentState the events that tell a document's state as it is stored now, at its stored {@code sequence}; sent
 *     when a state has to be told once more
 */
public record OutboxCollection(String collection, Function<Document, List<Event>> presentState) {}

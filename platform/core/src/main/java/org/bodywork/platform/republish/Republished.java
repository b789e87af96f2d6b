package org.bodywork.platform.republish;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;

/**
 * A topic whose present states can be sent again. Declared as a bean.
 *
 * @param collection where they are stored; an {@link org.bodywork.platform.outbox.OutboxCollection}, whose present state
 *     is what is sent
 * @param open which are sent when all are asked for
 * @param told which may be asked for by id
 * @param daily whether all are sent once a day without being asked for
 */
public record Republished(String topic, String collection, Bson open, Bson told, boolean daily) {

    /** Of a topic that is to tell every state there is, however late somebody begins to read it. */
    public static Republished everythingDaily(String topic, String collection) {
        return new Republished(topic, collection, Filters.empty(), Filters.empty(), true);
    }
}

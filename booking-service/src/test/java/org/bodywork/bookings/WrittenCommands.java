package org.bodywork.bookings;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestComponent;

/** Every command by which the service writes to MongoDB, whoever in it sends it. */
@TestComponent
public final class WrittenCommands implements MongoClientSettingsBuilderCustomizer, CommandListener {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "bulkWrite");

    private final List<BsonDocument> seen = new CopyOnWriteArrayList<>();

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (WRITES.contains(event.getCommandName())) {
            // The driver takes its buffers back as soon as this returns.
            seen.add(BsonDocument.parse(event.getCommand().toJson()));
        }
    }

    void forget() {
        seen.clear();
    }

    List<BsonDocument> seen() {
        return List.copyOf(seen);
    }
}

package org.bodywork.platform.devservices.inbox;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The newest messages, by number and by memory; the oldest go. Safe for many threads. */
public final class Inbox {

    private static final int MOST_MESSAGES = 20_000;
    private static final long MOST_BYTES = 48L << 20;

    private final int mostMessages;
    private final long mostBytes;
    private final AtomicLong lastId = new AtomicLong();
    private final TreeMap<Long, Message> messages = new TreeMap<>();
    private long bytes;

    public Inbox() {
        this(MOST_MESSAGES, MOST_BYTES);
    }

    Inbox(int mostMessages, long mostBytes) {
        this.mostMessages = mostMessages;
        this.mostBytes = mostBytes;
    }

    /** Keeps the message made for the id it is given. */
    public <M extends Message> M add(LongFunction<M> made) {
        var message = made.apply(lastId.incrementAndGet());
        synchronized (this) {
            messages.put(message.id(), message);
            bytes += message.storedSize();
            while (messages.size() > mostMessages || bytes > mostBytes) {
                bytes -= messages.pollFirstEntry().getValue().storedSize();
            }
        }
        return message;
    }

    /** Puts a message in the place of the one with its id, if that is still kept. */
    public synchronized void replace(Message message) {
        messages.computeIfPresent(message.id(), (id, before) -> message);
    }

    public synchronized Optional<Message> find(long id) {
        return Optional.ofNullable(messages.get(id));
    }

    public List<Message> newestFirst(Predicate<Message> wanted) {
        return newestFirst().stream().filter(wanted).toList();
    }

    private synchronized List<Message> newestFirst() {
        return List.copyOf(messages.descendingMap().values());
    }

    public synchronized void clear() {
        messages.clear();
        bytes = 0;
    }
}

package org.bodywork.platform.outbox;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents written by this instance and not yet published, oldest first; a newer token replaces an older one. While the
 * broker is away they are more and more: from {@link #MOST} on no other is remembered, and whoever looks for ended
 * leases finds it.
 */
final class Nudges {

    static final int MOST = 10_000;

    private final Map<Object, String> waiting = new LinkedHashMap<>();

    synchronized void add(Object id, String token) {
        if (waiting.size() < MOST || waiting.containsKey(id)) {
            waiting.put(id, token);
        }
    }

    synchronized boolean holds(Object id) {
        return waiting.containsKey(id);
    }

    synchronized List<Held> take(int most) {
        List<Held> taken = new ArrayList<>(Math.min(most, waiting.size()));
        for (Iterator<Map.Entry<Object, String>> next = waiting.entrySet().iterator();
                next.hasNext() && taken.size() < most; ) {
            Map.Entry<Object, String> entry = next.next();
            taken.add(new Held(entry.getKey(), entry.getValue()));
            next.remove();
        }
        return taken;
    }

    /** A document whose relay lease this instance holds by the token. */
    record Held(Object id, String token) {}
}

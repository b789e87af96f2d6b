package org.bodywork.platform.devservices.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the next messages meet, in the order it was asked for. */
public final class Faults<F extends Fault> {

    private final List<Ordered<F>> ordered = new ArrayList<>();

    /**
     * Asks for a failure.
     *
     * @param times for how many messages
     * @param to for messages to this recipient, or to any
     */
    public synchronized void order(F fault, int times, @Nullable String to) {
        ordered.add(new Ordered<>(fault, times, to));
    }

    /** The failure that a message to this recipient meets; it then has happened once. */
    public synchronized Optional<F> next(String to) {
        for (int i = 0; i < ordered.size(); i++) {
            var order = ordered.get(i);
            if (order.concerns(to)) {
                happened(i, order);
                return Optional.of(order.fault());
            }
        }
        return Optional.empty();
    }

    private void happened(int index, Ordered<F> order) {
        if (order.times() == 1) {
            ordered.remove(index);
        } else {
            ordered.set(index, new Ordered<>(order.fault(), order.times() - 1, order.to()));
        }
    }

    public synchronized void clear() {
        ordered.clear();
    }

    synchronized List<Ordered<F>> ordered() {
        return List.copyOf(ordered);
    }

    record Ordered<F extends Fault>(
            F fault, int times, @Nullable String to) {

        boolean concerns(String recipient) {
            return to == null || to.equalsIgnoreCase(recipient);
        }
    }
}

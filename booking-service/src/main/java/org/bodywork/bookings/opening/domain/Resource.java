package org.bodywork.bookings.opening.domain;

import java.util.List;

/**
 * Something that can be in one place only at a time. Its keys, one per cell, are what the unique index holds; numbers
 * are padded so that keys sort by time.
 */
public record Resource(String name) {

    private static final int DIGITS = 8;
    private static final String CLIENT = "client:";

    public static Resource therapist(TherapistId id) {
        return new Resource("therapist:" + id);
    }

    public static Resource room(Room room) {
        return new Resource("room:" + room.location() + "/" + room.name());
    }

    /**
     * A person treated.
     *
     * @param clientKey the keyed hash of the person, never the name
     */
    public static Resource client(String clientKey) {
        return new Resource(CLIENT + clientKey);
    }

    boolean isClient() {
        return name.startsWith(CLIENT);
    }

    /** The keys that claim this resource during the span. */
    public List<String> keysDuring(TimeSpan span) {
        return Cells.of(span).mapToObj(this::keyOf).toList();
    }

    /** The first key of the span, inclusive. */
    public String firstKey(TimeSpan span) {
        return keyOf(Cells.first(span));
    }

    /** The first key after the span. */
    public String keyAfter(TimeSpan span) {
        return keyOf(Cells.afterLast(span));
    }

    /** Whose key it is, of one that has a cell. */
    static String nameOf(String key) {
        return key.substring(0, key.lastIndexOf('|'));
    }

    /** The cell that a key claims; less than none for the number of a limit, which is no time. */
    static int cellOf(String key) {
        int from = key.lastIndexOf('|') + 1;
        if (from == 0 || key.length() - from < DIGITS) {
            return -1;
        }
        int cell = 0;
        for (int at = from; at < key.length(); at++) {
            int digit = key.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            cell = 10 * cell + digit;
        }
        return cell;
    }

    private String keyOf(long cell) {
        return name + "|" + padded(cell);
    }

    private static String padded(long cell) {
        String digits = Long.toString(cell);
        return digits.length() >= DIGITS ? digits : "0".repeat(DIGITS - digits.length()) + digits;
    }
}

package org.bodywork.therapists.store;

/**
 * An aggregate and the stored state it is based on: as it was read, or as it shall be on top of what was read.
 *
 * @param sequence how many changes the stored one has seen, 0 before it is stored at all; a change is stored only on
 *     top of the one it was decided on
 */
public record Versioned<T>(T value, long sequence) {

    /** Nothing of it is stored yet. */
    public static <T> Versioned<T> unstored(T value) {
        return new Versioned<>(value, 0);
    }

    public boolean isStored() {
        return sequence > 0;
    }

    /** What shall take this one's place. */
    public Versioned<T> replacedBy(T next) {
        return new Versioned<>(next, sequence);
    }
}

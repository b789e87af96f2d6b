package org.bodywork.bookings.appointment.domain;

/**
 * Keyed hashes that stand for a client without telling who it is.
 *
 * @param ref stands for the email address
 * @param key stands for the person treated: email address and name
 * @param keyId names the key both were made with
 */
public record ClientMarks(String ref, String key, String keyId) {

    /** Stands for whoever is forgotten: nothing tells those clients apart any more. */
    public static final String FORGOTTEN = "erased";

    public boolean isForgotten() {
        return ref.equals(FORGOTTEN);
    }

    /** Whether both are surely one person. */
    public boolean isSamePersonAs(ClientMarks other) {
        return !isForgotten() && ref.equals(other.ref) && key.equals(other.key);
    }
}

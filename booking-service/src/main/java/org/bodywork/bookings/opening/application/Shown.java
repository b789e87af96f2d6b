package org.bodywork.bookings.opening.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** An answer as it goes out, so that giving it again costs next to nothing; not to be written to. */
public final class Shown {

    private final byte[] json;
    private final List<ShownDay> days;
    private final Instant validUntil;
    private final Basis basis;
    private volatile byte @Nullable [] compressed;

    /**
     * The answer in this wording.
     *
     * @param days what it says, for pages; empty where it is about many
     * @param validUntil the first moment at which passing time alone may change it
     */
    Shown(byte[] json, List<ShownDay> days, Instant validUntil, Basis basis) {
        this.json = json;
        this.days = List.copyOf(days);
        this.validUntil = validUntil;
        this.basis = basis;
    }

    public byte[] json() {
        return json;
    }

    /** Of one treatment of one therapist, in order. */
    public List<ShownDay> days() {
        return days;
    }

    /** The same for whoever reads gzip, made when first asked for. */
    public byte[] gzip() {
        byte[] known = compressed;
        if (known == null) {
            known = compress(json);
            compressed = known;
        }
        return known;
    }

    /** About how many bytes it takes. */
    int weight() {
        return json.length + days.stream().mapToInt(ShownDay::weight).sum();
    }

    Instant validUntil() {
        return validUntil;
    }

    Basis basis() {
        return basis;
    }

    private static byte[] compress(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

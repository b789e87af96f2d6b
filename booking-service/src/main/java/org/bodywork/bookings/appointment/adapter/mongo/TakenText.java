package org.bodywork.bookings.appointment.adapter.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.opening.domain.Cells;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TakenTime;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.io.ByteBufferBsonInput;

/**
 * What a document takes of therapists and rooms, in one line each: the first cell, how many, when it ends by itself if
 * it does (milliseconds), and whose they are, as in {@code 5971236+15!1790000000000 room:…/Oak}. It is written with
 * {@code occupied} and says the same in a fraction of the bytes. As it is one text, and not a list, an index can answer
 * with it, and no document needs to be looked up.
 */
final class TakenText {

    static final String FIELD = "taken";

    private TakenText() {}

    /** Empty when it takes nothing, or nothing any more. */
    static String of(Holder holder) {
        return TakenTime.of(holder.claims()).stream().map(TakenText::line).collect(Collectors.joining("\n"));
    }

    /** What the document says; nothing when it is one of before, which says it in other fields alone. */
    static Optional<List<TakenTime>> read(RawBsonDocument stored) {
        try (BsonReader reader = new BsonBinaryReader(new ByteBufferBsonInput(stored.getByteBuffer()))) {
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (reader.readName().equals(FIELD) && reader.getCurrentBsonType() == BsonType.STRING) {
                    return Optional.of(read(reader.readString()));
                }
                reader.skipValue();
            }
            return Optional.empty();
        }
    }

    static List<TakenTime> read(String text) {
        List<TakenTime> taken = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            int after = end < 0 ? text.length() : end;
            taken.add(readLine(text.substring(at, after)));
            at = after + 1;
        }
        return taken;
    }

    private static String line(TakenTime time) {
        long first = Cells.first(time.span());
        Instant expiresAt = time.expiresAt();
        return first
                + "+"
                + (Cells.afterLast(time.span()) - first)
                + (expiresAt == null ? "" : "!" + expiresAt.toEpochMilli())
                + " "
                + time.resource().name();
    }

    private static TakenTime readLine(String line) {
        int plus = line.indexOf('+');
        int space = line.indexOf(' ', plus);
        int mark = line.lastIndexOf('!', space);
        int lengthEnd = mark < 0 ? space : mark;
        long first = Long.parseLong(line, 0, plus, 10);
        TimeSpan span = Cells.span(first, first + Long.parseLong(line, plus + 1, lengthEnd, 10));
        Instant expiresAt = mark < 0 ? null : Instant.ofEpochMilli(Long.parseLong(line, mark + 1, space, 10));
        return new TakenTime(new Resource(line.substring(space + 1)), span, expiresAt);
    }
}

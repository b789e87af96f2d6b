package org.bodywork.bookings.appointment.adapter.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.TakenTime;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.io.ByteBufferBsonInput;
import org.jspecify.annotations.Nullable;

/**
 * What a document from before there was {@link TakenText} says about the time that it takes, be it a visit, a hold or a
 * block; and what it says about the time wanted instead, which has no status.
 */
record StoredTime(
        @Nullable String status,
        Instant start,
        Instant end,
        @Nullable Instant expiresAt,
        @Nullable String location,
        List<StoredPart> parts,
        @Nullable StoredTime wanted) {

    static final List<String> FIELDS = List.of("status", "start", "end", "expiresAt", "locationId", "parts", "wanted");

    private static final Set<String> TAKING_TIME = Stream.concat(
                    Stream.of(HoldDocument.HELD, BlockDocument.BLOCKED),
                    Arrays.stream(Status.values()).filter(Status::takesTime).map(Status::name))
            .collect(Collectors.toUnmodifiableSet());

    /** From the bytes themselves: the document's own reader would first make objects of all of it. */
    static StoredTime read(RawBsonDocument stored) {
        try (BsonReader reader = new BsonBinaryReader(new ByteBufferBsonInput(stored.getByteBuffer()))) {
            return read(reader);
        }
    }

    private static StoredTime read(BsonReader reader) {
        String status = null;
        Instant start = Instant.EPOCH;
        Instant end = Instant.EPOCH;
        Instant expiresAt = null;
        String location = null;
        List<StoredPart> parts = List.of();
        StoredTime wanted = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "status" -> status = reader.readString();
                case "start" -> start = Instant.ofEpochMilli(reader.readDateTime());
                case "end" -> end = Instant.ofEpochMilli(reader.readDateTime());
                case "expiresAt" -> expiresAt = Instant.ofEpochMilli(reader.readDateTime());
                case "locationId" -> location = reader.readString();
                case "parts" -> parts = StoredPart.readAll(reader);
                case "wanted" -> wanted = read(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new StoredTime(status, start, end, expiresAt, location, parts, wanted);
    }

    List<TakenTime> taken() {
        List<TakenTime> taken = new ArrayList<>();
        if (status == null || TAKING_TIME.contains(status)) {
            parts.forEach(part -> part.addTo(taken, this));
        }
        if (wanted != null) {
            taken.addAll(wanted.taken());
        }
        return taken;
    }

    /**
     * Whose time it is.
     *
     * @param room the name of the room at the location
     */
    record StoredPart(
            String therapist, long bufferMinutes, @Nullable String room) {

        private static List<StoredPart> readAll(BsonReader reader) {
            List<StoredPart> parts = new ArrayList<>();
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                parts.add(read(reader));
            }
            reader.readEndArray();
            return parts;
        }

        private static StoredPart read(BsonReader reader) {
            String therapist = "";
            long bufferMinutes = 0;
            String room = null;
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                switch (reader.readName()) {
                    case "therapistId" -> therapist = reader.readString();
                    case "bufferMinutes" -> bufferMinutes = reader.readInt64();
                    case "room" -> room = reader.readString();
                    default -> reader.skipValue();
                }
            }
            reader.readEndDocument();
            return new StoredPart(therapist, bufferMinutes, room);
        }

        private void addTo(List<TakenTime> taken, StoredTime time) {
            TimeSpan work = new TimeSpan(time.start, time.end.plus(Duration.ofMinutes(bufferMinutes)));
            taken.add(new TakenTime(Resource.therapist(TherapistId.of(therapist)), work, time.expiresAt));
            if (room != null && time.location != null) {
                taken.add(new TakenTime(
                        Resource.room(new Room(LocationId.of(time.location), room)), work, time.expiresAt));
            }
        }
    }
}

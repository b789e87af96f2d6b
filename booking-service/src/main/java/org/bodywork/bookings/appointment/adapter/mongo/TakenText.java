package org.bodywork.bookings.appointment.adapter.mongo;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.bodywork.bookings.opening.domain.Cells;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.TakenTime;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.bson.io.ByteBufferBsonInput;
import org.springframework.data.mongodb.core.query.Update;

/**
 * What a document takes of therapists and rooms, written with {@code occupied}: the same in two short texts, made so that
 * one index answers with them and no document needs to be looked up.
 *
 * @param where the practice and the day (of UTC, since 1970) on which it begins, as in {@code 0b…f1|20789}. With a time
 *     that is wanted besides it is {@code 0b…f1|moving}, or {@code moving} where that is at another practice
 * @param what a line for each of whom it takes time: the first cell, how many, when it ends by itself if it does
 *     (milliseconds), and whose they are, as in {@code 5971236+15!1790000000000 room:…/Oak}
 */
record TakenText(String where, String what) {

    static final String WHERE = "takenAt";
    static final String WHAT = "taken";

    private static final String MOVING = "moving";
    private static final TakenText NOTHING = new TakenText("", "");
    private static final long SECONDS_OF_A_DAY = 86_400;

    static TakenText of(Holder holder) {
        String what =
                TakenTime.of(holder.claims()).stream().map(TakenText::line).collect(Collectors.joining("\n"));
        return what.isEmpty() ? NOTHING : new TakenText(whereOf(holder), what);
    }

    private static String whereOf(Holder holder) {
        return switch (holder) {
            case Appointment visit -> whereOf(visit);
            case Hold hold -> where(hold.visit().practice(), dayOf(hold.visit().start()));
            case Block block -> where(block.practice(), dayOf(block.span().from()));
        };
    }

    private static String whereOf(Appointment appointment) {
        PracticeId practice = appointment.state().visit().practice();
        Wanted wanted = appointment.state().wanted();
        if (wanted == null) {
            return where(practice, dayOf(appointment.state().visit().start()));
        }
        return wanted.visit().practice().equals(practice) ? where(practice, MOVING) : MOVING;
    }

    /** Whatever takes time at one of these practices and begins on one of the days that the span touches. */
    static Bson within(Collection<PracticeId> practices, TimeSpan span) {
        List<String> days = Stream.concat(
                        LongStream.rangeClosed(
                                        day(span.from()), day(span.until().minusMillis(1)))
                                .mapToObj(Long::toString),
                        Stream.of(MOVING))
                .toList();
        return Filters.in(
                WHERE,
                Stream.concat(
                                practices.stream()
                                        .flatMap(practice -> days.stream().map(day -> where(practice, day))),
                                Stream.of(MOVING))
                        .toList());
    }

    private static String where(PracticeId practice, String when) {
        return practice + "|" + when;
    }

    private static String dayOf(Instant start) {
        return Long.toString(day(start));
    }

    private static long day(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS_OF_A_DAY);
    }

    void into(Update update) {
        update.set(WHERE, where).set(WHAT, what);
    }

    /** What a document says of which nothing but this was asked for. */
    static List<TakenTime> read(RawBsonDocument stored) {
        try (BsonReader reader = new BsonBinaryReader(new ByteBufferBsonInput(stored.getByteBuffer()))) {
            reader.readStartDocument();
            if (reader.readBsonType() != BsonType.STRING) {
                return List.of();
            }
            reader.skipName();
            return read(reader.readString());
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

package org.bodywork.bookings.opening.adapter.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.ZonedDateTime;
import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.opening.domain.OpenDay;
import org.bodywork.bookings.opening.domain.OpenDays;

/**
 * Writes an {@link OpeningsView} by hand: a month has some three hundred times, and general mapping takes longer to write
 * them than it takes to find them. Dates, ids and names of zones are ASCII, with nothing to escape.
 */
final class OpeningsWriter {

    private static final int BYTES = 100;
    private static final int BYTES_A_DAY = 100;
    private static final int BYTES_A_START = 30;

    private final StringBuilder text;

    private OpeningsWriter(OpenDays open) {
        int starts = open.days().stream().mapToInt(day -> day.starts().size()).sum();
        text = new StringBuilder(BYTES + BYTES_A_DAY * open.days().size() + BYTES_A_START * starts);
    }

    static byte[] write(OpenDays open) {
        OpeningsWriter writer = new OpeningsWriter(open);
        writer.append(open);
        return writer.text.toString().getBytes(ISO_8859_1);
    }

    private void append(OpenDays open) {
        text.append("{\"zone\":\"").append(open.zone().getId()).append("\",\"days\":[");
        String comma = "";
        for (OpenDay day : open.days()) {
            text.append(comma);
            append(day);
            comma = ",";
        }
        text.append("]}");
    }

    private void append(OpenDay day) {
        text.append("{\"date\":\"").append(day.date());
        if (day.location() != null) {
            text.append("\",\"locationId\":\"").append(day.location());
        }
        text.append("\",\"starts\":[");
        append(day.date().toString(), day.starts());
        text.append("]}");
    }

    private void append(String date, List<ZonedDateTime> starts) {
        String before = "\"";
        for (ZonedDateTime start : starts) {
            text.append(before);
            append(date, start);
            before = "\",\"";
        }
        text.append(starts.isEmpty() ? "" : "\"");
    }

    /** As {@link OffsetTimes} has it; the date is written already. */
    private void append(String date, ZonedDateTime start) {
        if (start.getSecond() != 0 || start.getNano() != 0) {
            text.append(OffsetTimes.text(start));
            return;
        }
        text.append(date).append('T');
        appendTwoDigits(start.getHour());
        text.append(':');
        appendTwoDigits(start.getMinute());
        text.append(":00").append(start.getOffset().getId());
    }

    private void appendTwoDigits(int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}

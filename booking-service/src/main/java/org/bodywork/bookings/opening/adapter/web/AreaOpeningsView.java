package org.bodywork.bookings.opening.adapter.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.bodywork.bookings.opening.adapter.web.OpeningsView.DayView;
import org.bodywork.bookings.opening.application.OpeningsQuery;
import org.bodywork.bookings.opening.application.OpeningsText.Item;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * An area's openings as they are answered: put together from texts that are known already, not written anew.
 *
 * @param next what {@code after} continues with; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AreaOpeningsView(List<ItemView> items, @Nullable String next) {

    record ItemView(String therapistId, String treatmentId, String zone, List<DayView> days) {}

    /** An item is its two ids and then all that stands within the braces of the single answer. */
    static byte[] text(List<Item> items, @Nullable TherapistId next) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(ascii("{\"items\":["));
        boolean first = true;
        for (Item item : items) {
            text.writeBytes(ascii(first ? "" : ","));
            text.writeBytes(ascii(beginning(item.question())));
            byte[] openings = item.openings().json();
            text.write(openings, 1, openings.length - 1);
            first = false;
        }
        text.writeBytes(ascii(ending(next)));
        return text.toByteArray();
    }

    private static String beginning(OpeningsQuery question) {
        return "{\"therapistId\":\"" + question.therapist() + "\",\"treatmentId\":\"" + question.treatment() + "\",";
    }

    private static String ending(@Nullable TherapistId next) {
        return next == null ? "]}" : "],\"next\":\"" + next + "\"}";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}

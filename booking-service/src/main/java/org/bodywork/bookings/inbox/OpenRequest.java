package org.bodywork.bookings.inbox;

import java.util.List;
import org.bodywork.bookings.inbox.RequestsPage.Typed;
import org.bodywork.bookings.intake.IntakeSummary;
import org.jspecify.annotations.Nullable;

/**
 * One request as it is decided on.
 *
 * @param outcome the key of the sentence that tells what became of it; empty while it awaits an answer
 * @param by whose answer that was, where it was a colleague's
 * @param treating whether the reader treats clients, and so may read what they answer
 * @param answers in words; null where there are none, or they are not the reader's to see
 * @param note what the client wrote when booking
 * @param near other times that are free
 */
record OpenRequest(
        RequestRow row,
        boolean due,
        String outcome,
        WhoAnswered.Answered by,
        boolean treating,
        IntakeSummary.@Nullable Told answers,
        String note,
        List<Time> near,
        Typed typed) {

    /** A start that can be proposed, and its words. */
    record Time(String start, String text) {}

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "a request";
    }
}

package org.bodywork.bookings.series.adapter.web;

import java.util.List;
import org.bodywork.platform.web.Body;
import org.jspecify.annotations.Nullable;

/** What is asked of series over HTTP, its shape already checked. */
final class SeriesRequests {

    private SeriesRequests() {}

    /**
     * A wish.
     *
     * @param any whoever fits most of the dates, in place of therapist and treatment
     * @param first a date at the place
     * @param every an ISO period of days or weeks
     * @param around a time on the wall clock of the place
     * @param orAnother whether somebody else may be offered where this therapist has no time
     */
    @Body("hold-series")
    record Hold(
            @Nullable String therapistId,
            @Nullable String treatmentId,
            @Nullable AnyFields any,
            String first,
            int count,
            String every,
            String around,
            @Nullable Boolean orAnother) {}

    record AnyFields(
            String area,
            String modality,
            int minutes,
            @Nullable String condition,
            @Nullable String gender) {}

    /**
     * What is to be booked.
     *
     * @param dates those whose time that fits is to be booked; with {@code chosen} absent too, all that fit
     * @param chosen alternatives
     */
    @Body("book-series")
    record Book(
            ClientFields client,
            ConsentFields consent,
            @Nullable List<String> dates,
            @Nullable List<Chosen> chosen) {}

    record ClientFields(
            String name,
            String email,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable String zone) {

        /** Shows nothing of anybody. */
        @Override
        public String toString() {
            return "a client";
        }
    }

    record ConsentFields(boolean email, boolean sms) {}

    record Chosen(String date, String start, @Nullable String therapistId) {}

    /**
     * Another time.
     *
     * @param from the date of the first visit concerned
     * @param only whether it is the only one
     * @param start where that first one goes
     */
    @Body("move-series")
    record Move(String from, @Nullable Boolean only, String start) {}

    /**
     * An end.
     *
     * @param from the date of the first visit concerned; without it all that is to come
     */
    @Body("cancel-series")
    record Cancel(@Nullable String from, @Nullable Boolean only) {}
}

package org.bodywork.notifications.delivery.adapter.twilio;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as Twilio's REST API shows it, reduced to what we read.
 *
 * @param dateCreated in the form of RFC 2822, to the second
 */
record TwilioMessage(
        String sid,
        @Nullable String body,
        @Nullable @JsonProperty("date_created") String dateCreated) {

    /** One page of them, newest first. */
    record Page(List<TwilioMessage> messages) {}

    boolean isNotOlderThan(Instant moment) {
        if (dateCreated == null) {
            return true;
        }
        try {
            Instant created = ZonedDateTime.parse(dateCreated, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return !created.isBefore(moment);
        } catch (DateTimeException e) {
            // Taking it for ours at worst leaves a message unsent a second time, which beats sending it twice.
            return true;
        }
    }
}

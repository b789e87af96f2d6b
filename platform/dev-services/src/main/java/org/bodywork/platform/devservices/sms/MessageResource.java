package org.bodywork.platform.devservices.sms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.bodywork.platform.devservices.inbox.Sms;
import org.jspecify.annotations.Nullable;

/** A message as Twilio's API shows it. */
record MessageResource(
        String sid,
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("api_version") String apiVersion,
        @JsonProperty("messaging_service_sid") @Nullable String messagingServiceSid,
        String to,
        String from,
        String body,
        String status,
        String direction,
        @JsonProperty("date_created") String dateCreated,
        @JsonProperty("date_sent") @Nullable String dateSent,
        @JsonProperty("date_updated") String dateUpdated,
        @JsonProperty("error_code") @Nullable Integer errorCode,
        @JsonProperty("error_message") @Nullable String errorMessage,
        @JsonProperty("num_media") String numMedia,
        @JsonProperty("num_segments") String numSegments,
        @Nullable String price,
        @JsonProperty("price_unit") String priceUnit,
        String uri,
        @JsonProperty("subresource_uris") Map<String, String> subresourceUris) {

    static final String API_VERSION = "2010-04-01";
    static final int UNKNOWN_HANDSET = 30_005;

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static MessageResource of(Sms sms, String accountSid) {
        var path = "/%s/Accounts/%s/Messages/%s".formatted(API_VERSION, accountSid, sms.sid());
        boolean lost = sms.status() == Sms.Status.UNDELIVERED;
        return new MessageResource(
                sms.sid(),
                accountSid,
                API_VERSION,
                sms.messagingServiceSid(),
                sms.to(),
                sms.from(),
                sms.body(),
                wireName(sms.status()),
                "outbound-api",
                date(sms.receivedAt()),
                sms.sentAt() == null ? null : date(sms.sentAt()),
                date(sms.updatedAt()),
                lost ? UNKNOWN_HANDSET : null,
                lost ? "Unknown destination handset" : null,
                "0",
                String.valueOf(Segments.of(sms.body())),
                null,
                "USD",
                path + ".json",
                Map.of("media", path + "/Media.json"));
    }

    static String wireName(Sms.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String date(Instant instant) {
        return RFC_2822.format(instant);
    }
}
